package risk

// VectorVersion is the version of the vector notation that this library
// writes and reads; it is the number after HRS in every vector.
const VectorVersion = 1

// vectorLen is the length of the vector of a plain rating, in bytes. Every
// value is one byte, so all plain vectors are equally long.
const vectorLen = len("HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y")

// The letters of the values of each kind of dimension, by value.
const (
	levelLetters      = "X12345"
	likelihoodLetters = "X12345A"
	delayLetters      = "XNY"
)

// AppendText appends the vector of r to b in canonical order. It does not
// allocate if b has room for 35 bytes. It returns a *[RatingError] and b as it
// was if r is not valid.
func (r Rating) AppendText(b []byte) ([]byte, error) {
	if !r.Valid() {
		return b, r.Check()
	}
	n := len(b)
	b = append(b, "HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X"...)
	v := b[n:][:vectorLen]
	v[10] = levelLetters[r.Scale]
	v[16] = levelLetters[r.Scope]
	v[22] = levelLetters[r.Irremediability]
	v[28] = likelihoodLetters[r.Likelihood]
	v[34] = delayLetters[r.Delay]
	return b, nil
}

// MarshalText returns the vector of r. It implements encoding.TextMarshaler.
func (r Rating) MarshalText() ([]byte, error) { return r.AppendText(make([]byte, 0, vectorLen)) }

// String returns the vector of r, or a text that says what is wrong with r if
// it is not valid.
func (r Rating) String() string {
	b, err := r.AppendText(make([]byte, 0, vectorLen))
	if err != nil {
		return "invalid rating: " + err.Error()
	}
	return string(b)
}

// vectorKeys are the names of the dimensions in a vector, by dimension.
var vectorKeys = [...]string{
	DimScale: "SCA", DimScope: "SCO", DimIrremediability: "IRR", DimLikelihood: "LIK", DimDelay: "DEL",
}

// vectorLetters are the values that a dimension can have in a vector, by dimension.
var vectorLetters = [...]string{
	DimScale: levelLetters, DimScope: levelLetters, DimIrremediability: levelLetters,
	DimLikelihood: likelihoodLetters, DimDelay: delayLetters,
}

// maxVectorLen is the length of the longest canonical vector, that of a range
// in which every dimension is open.
const maxVectorLen = vectorLen + numDimensions*len("-5")

// AppendText appends the vector of r to b in canonical order. The vector of a
// plain rating is the same as that of the rating itself. It does not allocate
// if b has room for 45 bytes. It returns a *[RatingError] and b as it was if r
// is not valid.
func (r Range) AppendText(b []byte) ([]byte, error) {
	if err := r.Check(); err != nil {
		return b, err
	}
	b = append(b, "HRS:1"...)
	for d := DimScale; d <= DimDelay; d++ {
		lo, hi := r.Lo.at(d), r.Hi.at(d)
		b = append(b, '/')
		b = append(b, vectorKeys[d]...)
		b = append(b, ':', vectorLetters[d][lo])
		if hi != lo {
			b = append(b, '-', vectorLetters[d][hi])
		}
	}
	return b, nil
}

// MarshalText returns the vector of r. It implements encoding.TextMarshaler.
func (r Range) MarshalText() ([]byte, error) { return r.AppendText(make([]byte, 0, maxVectorLen)) }

// String returns the vector of r, or a text that says what is wrong with r if
// it is not valid.
func (r Range) String() string {
	b, err := r.AppendText(make([]byte, 0, maxVectorLen))
	if err != nil {
		return "invalid range: " + err.Error()
	}
	return string(b)
}
