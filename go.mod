module github.com/hrdd-go/hrdd

go 1.26.0
