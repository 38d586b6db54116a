// Package suppliertest helps to test code that works with supply networks:
// builders with sound defaults and IDs that are the same on every run, networks
// written as text, random networks from a seed, comparison with differences
// that a person can read, and a check that a host's importer keeps the rules of
// package supplier.
//
//	network := suppliertest.Network(t, `
//		buyer acme
//		smelter: metals
//		mine -> smelter -> acme
//	`)
//	tiers, _ := network.Tiers(suppliertest.ID("mine"))
//
// # What it does not do
//
// Everything that it makes is made up and marked as illustrative: its random
// networks have the size and the shape of real ones, and tell nothing of where
// harm is.
package suppliertest
