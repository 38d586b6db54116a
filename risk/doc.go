// Package risk scores harm to people as the UN Guiding Principles on Business
// and Human Rights ask, and says how a company is involved in it.
package risk

//go:generate go run ../internal/enumgen
