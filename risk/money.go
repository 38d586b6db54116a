package risk

import (
	"fmt"
	"strconv"
)

// Money is an amount in minor units of a currency: 12 million dollars are
// Money{1_200_000_000, "USD"}. The zero value means that no amount was stated;
// an amount of nothing has a currency.
type Money struct {
	Minor    int64  `json:"minor"`    // minor units, cents for USD
	Currency string `json:"currency"` // ISO 4217 alphabetic code, upper case
}

// IsZero reports whether no amount is stated.
func (m Money) IsZero() bool { return m == Money{} }

// minorDigits lists the currencies whose minor unit is not a hundredth
// (ISO 4217).
var minorDigits = [...]struct {
	currency string
	digits   int
}{
	{"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3}, {"ISK", 0},
	{"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0},
	{"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4}, {"VND", 0}, {"VUV", 0}, {"XAF", 0},
	{"XOF", 0}, {"XPF", 0},
}

// Digits returns the number of decimal digits of the currency's minor unit, 2
// unless ISO 4217 says otherwise.
func (m Money) Digits() int {
	for _, c := range minorDigits {
		if c.currency == m.Currency {
			return c.digits
		}
	}
	return 2
}

// String returns the amount in major units with its currency, "12000000.00
// USD", or "not-stated".
func (m Money) String() string {
	if m.IsZero() {
		return "not-stated"
	}
	digits := m.Digits()
	if digits == 0 {
		return strconv.FormatInt(m.Minor, 10) + " " + m.Currency
	}
	sign, u := "", uint64(m.Minor)
	if m.Minor < 0 {
		sign, u = "-", -u
	}
	s := fmt.Sprintf("%0*d", digits+1, u)
	return sign + s[:len(s)-digits] + "." + s[len(s)-digits:] + " " + m.Currency
}
