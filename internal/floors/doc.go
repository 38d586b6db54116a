// Package floors holds the module to its architecture. It has tests only: they
// read the sources of the module and fail on an import that goes up or
// sideways, and on code that would bring a runtime into the library: clocks,
// environment, network, files, randomness, printing, and work at start.
package floors
