module github.com/hrdd-go/hrdd

go 1.26.0

require (
	github.com/google/uuid v1.6.0
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
	golang.org/x/exp v0.0.0-20261014143641-f0251eb4aa3e
)
