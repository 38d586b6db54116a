package supplier

// Share is a part of a whole in hundredths of a per cent, from 0 to 10000,
// that may be unknown. The zero value is unknown; ShareOf(0) is a known share
// of nothing.
type Share struct {
	BasisPoints uint16 `json:"basisPoints"`
	Known       bool   `json:"known"`
}
