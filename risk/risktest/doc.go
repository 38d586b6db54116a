// Package risktest helps to test code that works with ratings and methods:
// builders with sound defaults, random ratings and ranges from a seed,
// comparison with differences that a person can read, and a check that runs a
// host's own method through every rule, as testing/slogtest does for handlers.
//
//	func TestOwnMethod(t *testing.T) {
//		risktest.TestMethod(t, ownMethod()) // each rule is a subtest
//	}
//
// # What it does not do
//
// Everything that it makes is made up: its ratings are no anchors for rating a
// harm. Whether a method ranks as people think right is not checked, only that
// it keeps the rules that it does not waive.
package risktest
