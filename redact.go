package workwx

import (
	"encoding/json"
	"net/url"
	"strings"
)

// redactSecret removes a known secret from s: as it is, and as URLs and JSON spell it.
func redactSecret(s, secret string) string {
	if secret == "" {
		return s
	}
	quoted, _ := json.Marshal(secret)
	text := string(quoted[1 : len(quoted)-1])
	for _, form := range []string{
		secret, url.QueryEscape(secret), url.PathEscape(secret), lowerEscapes(url.QueryEscape(secret)), lowerEscapes(url.PathEscape(secret)),
		text, strings.ReplaceAll(text, "/", `\/`),
	} {
		s = strings.ReplaceAll(s, form, redacted)
	}
	return s
}

// lowerEscapes writes %2F as %2f, as some gateways do.
func lowerEscapes(s string) string {
	b := []byte(s)
	for i := 0; i+2 < len(b); i++ {
		if b[i] == '%' {
			copy(b[i:], strings.ToLower(s[i:i+3]))
		}
	}
	return string(b)
}

// minSecret is the length below which a secret is not looked for in texts: a token "t", of a test, would
// leave nothing of them.
const minSecret = 6

// appendSecrets adds the values of the parameters in s that are secrets by their name, as sent and as meant.
func appendSecrets(secrets []string, s string) []string {
	for {
		at, end := nextSecretParam(s)
		if at < 0 {
			return secrets
		}
		value := s[at:end]
		secrets = append(secrets, value)
		var meant string
		if s[at-1] != '"' {
			meant, _ = url.QueryUnescape(value)
		} else if json.Unmarshal([]byte(`"`+value+`"`), &meant) != nil {
			meant = ""
		}
		if meant != value {
			secrets = append(secrets, meant)
		}
		s = s[end:]
	}
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
	case "key", "chat_key", "secret_key", "session_key", "host_key", "secret_no", "encodingaeskey", "encoding_aeskey", "encoding_aes_key", "aeskey",
		"token", "ticket",
		"code", "permanent_code", "auth_code", "pre_auth_code", "js_code", "tfa_code", "response_code", "welcome_code", "msg_code",
		"enroll_code", "active_code", "cookie_value":
		return true
	}
	return strings.HasSuffix(name, "_token") || strings.HasSuffix(name, "secret") || strings.HasSuffix(name, "password") || strings.HasSuffix(name, "_pwd") || strings.HasSuffix(name, "_ticket")
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
		if s[i] == ':' { // up to the closing quote
			for end < len(s) && s[end] != '"' {
				if s[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end, len(s))
		} else {
			for end < len(s) && !strings.ContainsRune("&\"'<> \t\r\n,}#", rune(s[end])) {
				end++
			}
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
