//go:build unix

package main

import (
	"syscall"
	"time"
)

// now returns the processor time that the program has used. Unlike the time on
// a clock it does not grow while other programs have the processor.
func now() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// clock says what the times are of.
const clock = "processor time"
