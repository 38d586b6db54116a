module github.com/hrdd-go/hrdd/internal/peers/igraph

go 1.26.0

require github.com/hrdd-go/hrdd v0.0.0

require (
	github.com/google/uuid v1.6.0 // indirect
	golang.org/x/exp v0.0.0-20261014143641-f0251eb4aa3e // indirect
)

replace github.com/hrdd-go/hrdd => ../../..
