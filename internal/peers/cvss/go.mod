module github.com/hrdd-go/hrdd/internal/peers/cvss

go 1.26.0

replace github.com/hrdd-go/hrdd => ../../..

require (
	github.com/hrdd-go/hrdd v0.0.0-00010101000000-000000000000
	github.com/pandatix/go-cvss v0.6.4
)

require (
	github.com/google/uuid v1.6.0 // indirect
	golang.org/x/exp v0.0.0-20261014143641-f0251eb4aa3e // indirect
)
