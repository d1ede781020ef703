module github.com/go-workwx/workwx/redisstore

go 1.25.0

require (
	github.com/go-workwx/workwx v0.0.0
	github.com/redis/go-redis/v9 v9.22.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/go-resty/resty/v2 v2.17.2 // indirect
	go.uber.org/atomic v1.11.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/net v0.43.0 // indirect
	golang.org/x/sys v0.35.0 // indirect
)

// Here, this module is always built with the client that lies beside it. Whoever imports it does not see
// the replacement: a release requires the version of the client that is tagged on the same commit
// (go mod edit -require github.com/go-workwx/workwx@vX.Y.Z), and is tagged redisstore/vX.Y.Z.
replace github.com/go-workwx/workwx => ../
