package workwx

import (
	"context"
	"reflect"
)

// EndpointCall is a call of one method, for the tests that use this package from outside.
type EndpointCall struct {
	Endpoint
	Do func(ctx context.Context) (result any, err error)
}

// EndpointCalls returns a call of every method that serves an endpoint, with arguments of which all fields
// are set, those that are secrets to something that begins with secret.
func EndpointCalls(c *Client, secret string) []EndpointCall {
	var calls []EndpointCall
	for _, m := range endpointMethods(c) {
		calls = append(calls, EndpointCall{m.Endpoint, func(ctx context.Context) (any, error) {
			return m.call(m.argsOf(ctx, &filler{secret: secret}, false))
		}})
	}
	return calls
}

// FilledResult returns what a method returns when all fields of the answer are set, nil if it is an error
// alone; and its JSON.
func FilledResult(c *Client, e Endpoint, secret string) (any, []byte) {
	m := endpointMethod{e, reflect.ValueOf(c).MethodByName(e.Name)}
	if !m.fn.IsValid() || m.fn.Type().NumOut() == 1 || m.download() {
		return nil, nil
	}
	v := reflect.New(m.fn.Type().Out(0)).Elem()
	(&filler{secret: secret}).fill(v, 0)
	body, err := encodeJSON(v.Interface())
	if err != nil {
		panic(err)
	}
	return v.Interface(), body
}
