module github.com/hrdd-go/hrdd/internal/peers/gonum

go 1.26.0

replace github.com/hrdd-go/hrdd => ../../..

require (
	github.com/google/uuid v1.6.0
	github.com/hrdd-go/hrdd v0.0.0-00010101000000-000000000000
	gonum.org/v1/gonum v0.17.0
)

require golang.org/x/exp v0.0.0-20261014143641-f0251eb4aa3e // indirect
