//go:build !unix

package main

import "time"

// now returns the time since the program started.
func now() time.Duration { return time.Since(started) }

var started = time.Now()

// clock says what the times are of.
const clock = "time on the clock"
