// Package supplier holds the supply network of a company: who supplies what to
// whom, where each stands, and what is known of the people who work there.
package supplier

//go:generate go run ../internal/enumgen
