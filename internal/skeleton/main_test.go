package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/parcel.golden")

// TestRun: entries of each kind become the source that CONTRIBUTING asks for.
func TestRun(t *testing.T) {
	t.Parallel()
	at := func(name string) string { return filepath.Join("testdata", name) }
	var got bytes.Buffer
	require.NoError(t, run(&got, "parcel.go", at("names.tsv"), at("iterators.tsv"), "", []string{at("entries.json")}))
	if *update {
		require.NoError(t, os.WriteFile(at("parcel.golden"), got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(at("parcel.golden"))
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

func TestGoName(t *testing.T) {
	t.Parallel()
	for wire, want := range map[string]string{
		"userid": "UserID", "parcel_id": "ParcelID", "next_cursor": "NextCursor", "url": "URL", "2d_code": "X2dCode",
	} {
		require.Equal(t, want, goName(wire))
	}
}
