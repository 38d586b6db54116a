package grievancetest

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
)

// part is the length of the shortest part of a secret that counts as a leak.
const part = 4

// Leak looks for a planted secret in what came out of a program: a log, a
// report, an error, a response. It finds any part of it of four bytes or more,
// as it is, with upper and lower case exchanged, reversed, in hexadecimal, in
// base64, as the numbers of its bytes, and escaped, and returns the first that
// it finds. Plant a secret that is long and odd, so that no part of it is in
// the output by accident.
func Leak(out, secret string) (found string, leaked bool) {
	lower := strings.ToLower(out)
	for i := 0; i+part <= len(secret); i++ {
		p := secret[i : i+part]
		for _, form := range forms(p) {
			if strings.Contains(lower, strings.ToLower(form)) {
				return form, true
			}
		}
	}
	for shift := range 3 { // base64 of a text depends on where in it the secret starts
		if len(secret) < shift+12 {
			break
		}
		enc := base64.StdEncoding.EncodeToString([]byte(secret[shift:]))
		if strings.Contains(out, enc[:12]) {
			return enc[:12], true
		}
	}
	return "", false
}

// forms returns the ways in which four bytes may be written.
func forms(p string) []string {
	numbers := fmt.Sprint([]byte(p))
	var commas, hexes, reversed []string
	for i := range len(p) {
		commas = append(commas, fmt.Sprintf("0x%x", p[i]))
		hexes = append(hexes, fmt.Sprintf("%02x", p[i]))
		reversed = append(reversed, string(p[len(p)-1-i]))
	}
	return []string{
		p, hex.EncodeToString([]byte(p)), numbers[1 : len(numbers)-1], strings.Join(commas, ", "),
		strings.Join(hexes, " "), strings.Join(reversed, ""),
	}
}
