package workwxtest

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
)

// The encryption of callbacks, written apart from that of package workwx so that each checks the other.

// padBlock is what messages are padded to a multiple of.
const padBlock = 32

// aesKey decodes an EncodingAESKey: 43 characters of base64, whose two surplus bits may be set.
func aesKey(encodingAESKey string) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(encodingAESKey + "=")
	if err != nil || len(key) != 32 {
		return nil, errors.New("the EncodingAESKey must be 43 characters of base64")
	}
	return key, nil
}

// encrypt wraps a message: 16 random bytes, the length, the message and the receiver's id.
func encrypt(key, message []byte, receiveID string) string {
	plain := make([]byte, 16, 16+4+len(message)+len(receiveID)+padBlock)
	rand.Read(plain)
	plain = binary.BigEndian.AppendUint32(plain, uint32(len(message)))
	plain = append(append(plain, message...), receiveID...)
	return base64.StdEncoding.EncodeToString(seal(key, plain))
}

// seal pads and encrypts data in its place.
func seal(key, data []byte) []byte {
	pad := padBlock - len(data)%padBlock
	data = append(data, bytes.Repeat([]byte{byte(pad)}, pad)...)
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the key's length was checked
	}
	cipher.NewCBCEncrypter(block, key[:block.BlockSize()]).CryptBlocks(data, data)
	return data
}

// decrypt is the reverse of encrypt.
func decrypt(key []byte, encrypted string) (message []byte, receiveID string, err error) {
	data, err := base64.StdEncoding.DecodeString(encrypted)
	if err != nil {
		return nil, "", errors.New("the ciphertext is no base64")
	}
	if len(data) == 0 || len(data)%padBlock != 0 {
		return nil, "", errors.New("the ciphertext's length is no multiple of 32")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, "", err
	}
	cipher.NewCBCDecrypter(block, key[:block.BlockSize()]).CryptBlocks(data, data)
	pad := int(data[len(data)-1])
	if pad < 1 || pad > padBlock || !bytes.Equal(data[len(data)-pad:], bytes.Repeat([]byte{byte(pad)}, pad)) {
		return nil, "", errors.New("the padding is wrong: another EncodingAESKey?")
	}
	data = data[:len(data)-pad]
	if len(data) < 20 {
		return nil, "", errors.New("the plaintext is too short")
	}
	n := binary.BigEndian.Uint32(data[16:20])
	if uint64(n) > uint64(len(data)-20) {
		return nil, "", errors.New("the plaintext is shorter than it says")
	}
	return data[20 : 20+n], string(data[20+n:]), nil
}

// sign signs a ciphertext.
func sign(token, timestamp, nonce, encrypted string) string {
	parts := []string{token, timestamp, nonce, encrypted}
	slices.Sort(parts)
	sum := sha1.Sum([]byte(strings.Join(parts, "")))
	return hex.EncodeToString(sum[:])
}
