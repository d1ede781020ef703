package workwx

import (
	"net/url"
	"strings"
)

// redactSecret removes a known secret from s, as it is and as it stands in a query.
func redactSecret(s, secret string) string {
	if secret == "" {
		return s
	}
	s = strings.ReplaceAll(s, secret, redacted)
	if escaped := url.QueryEscape(secret); escaped != secret {
		s = strings.ReplaceAll(s, escaped, redacted)
	}
	return s
}

// redactParams removes the values of parameters that are secrets by their name, wherever in s they
// stand: in a URL, a form or JSON.
func redactParams(s string) string {
	var b strings.Builder
	for {
		at, end := nextSecretParam(s)
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		b.WriteString(redacted)
		s = s[end:]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

// secretParam reports whether a parameter of this name is a secret.
func secretParam(name string) bool {
	switch name {
	case "key", "corpsecret", "permanent_code", "suite_ticket", "response_code", "encodingaeskey", "encoding_aes_key",
		"encoding_aeskey", "secret_no", "cookie_value":
		return true
	}
	return strings.HasSuffix(name, "access_token") || strings.HasSuffix(name, "secret") || strings.HasSuffix(name, "_ticket")
}

// nextSecretParam finds the next value to remove: s[at:end].
func nextSecretParam(s string) (at, end int) {
	for i := 0; i < len(s); i++ {
		if s[i] != '=' && s[i] != ':' {
			continue
		}
		nameEnd := i
		if nameEnd > 0 && s[nameEnd-1] == '"' {
			nameEnd--
		} else if s[i] == ':' {
			continue
		}
		nameStart := nameEnd
		for nameStart > 0 && isNameByte(s[nameStart-1]) {
			nameStart--
		}
		if !secretParam(strings.ToLower(s[nameStart:nameEnd])) {
			continue
		}
		at = i + 1
		if s[i] == ':' { // "name": "value"
			for at < len(s) && s[at] == ' ' {
				at++
			}
			if at == len(s) || s[at] != '"' {
				continue
			}
			at++
		}
		end = at
		for end < len(s) && !strings.ContainsRune("&\"'<> \t\r\n,}#", rune(s[end])) {
			end++
		}
		if end > at && s[at:end] != redacted {
			return at, end
		}
	}
	return -1, -1
}

func isNameByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
