// Package risktest helps to test code that works with ratings and methods:
// builders with sound defaults, random ratings and ranges from a seed,
// comparison with differences that a person can read, and a check that runs a
// host's own method through every rule, as testing/slogtest does for handlers.
//
// Everything that it makes is made up.
package risktest
