// Golden vectors of Merkle trees, tiles, signed notes and cosignatures, as Go's own implementations make them.
// Run here, and only when a vector is added: go run . > vectors.json
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = h[index]
	}
	return found, nil
}

type proof struct {
	From int64    `json:"from"` // index of the leaf, or the old size
	Size int64    `json:"size"`
	Hash []string `json:"hashes"`
}

type tiles struct {
	From int64    `json:"from"`
	Size int64    `json:"size"`
	Path []string `json:"paths"`
}

type signed struct {
	Seed string `json:"seed"` // of the Ed25519 key, hex
	Name string `json:"name"`
	Vkey string `json:"vkey"`
	Text string `json:"text"`
	Note string `json:"note"`
}

type vectors struct {
	Roots       map[int64]string `json:"roots"`
	Inclusion   []proof          `json:"inclusion"`
	Consistency []proof          `json:"consistency"`
	Tiles       []tiles          `json:"tiles"`
	Note        signed           `json:"note"`
	Cosignature signed           `json:"cosignature"`
}

const largest = 65537

func main() {
	var stored hashes
	sizes := map[int64]bool{}
	for _, size := range []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 255, 256, 257, 65535, 65536, 65537} {
		sizes[size] = true
	}
	out := vectors{Roots: map[int64]string{}}
	for n := int64(0); n <= largest; n++ {
		if sizes[n] {
			root, err := tlog.TreeHash(n, stored)
			check(err)
			out.Roots[n] = hex.EncodeToString(root[:])
		}
		// Leaf n is its number as decimal text.
		more, err := tlog.StoredHashes(n, []byte(fmt.Sprint(n)), stored)
		check(err)
		stored = append(stored, more...)
	}
	for _, p := range [][2]int64{{0, 1}, {4, 7}, {255, 256}, {256, 257}, {0, 65535}, {65534, 65535}, {40000, 65536}, {65536, 65537}, {12345, 65537}} {
		found, err := tlog.ProveRecord(p[1], p[0], stored)
		check(err)
		out.Inclusion = append(out.Inclusion, proof{p[0], p[1], toHex(found)})
	}
	for _, p := range [][2]int64{{1, 2}, {3, 7}, {4, 7}, {6, 8}, {255, 257}, {256, 257}, {257, 65535}, {65535, 65536}, {65536, 65537}, {50000, 65537}} {
		found, err := tlog.ProveTree(p[1], p[0], stored)
		check(err)
		out.Consistency = append(out.Consistency, proof{p[0], p[1], toHex(found)})
	}
	for _, p := range [][2]int64{{0, 1}, {0, 256}, {0, 257}, {255, 513}, {256, 512}, {65000, 70000}, {1234067 * 256, 1234067*256 + 3}} {
		var paths []string
		for _, tile := range tlog.NewTiles(8, p[0], p[1]) {
			paths = append(paths, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		}
		out.Tiles = append(out.Tiles, tiles{p[0], p[1], paths})
	}
	root, err := tlog.TreeHash(257, stored)
	check(err)
	text := "log.example/titian\n257\n" + root.String() + "\n"
	out.Note = signNote(text)
	out.Cosignature = cosign(text)
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	check(encoder.Encode(out))
}

func signNote(text string) signed {
	seed := bytes.Repeat([]byte{7}, ed25519.SeedSize)
	skey, vkey, err := note.GenerateKey(bytes.NewReader(seed), "log.example/titian")
	check(err)
	signer, err := note.NewSigner(skey)
	check(err)
	message, err := note.Sign(&note.Note{Text: text}, signer)
	check(err)
	return signed{hex.EncodeToString(seed), "log.example/titian", vkey, text, string(message)}
}

// By hand from c2sp.org/tlog-cosignature: Go's note package has no cosignatures.
func cosign(text string) signed {
	seed := bytes.Repeat([]byte{9}, ed25519.SeedSize)
	name, time := "witness.example/w1", uint64(1767578400)
	key := ed25519.NewKeyFromSeed(seed)
	material := append([]byte{4}, key.Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256(append([]byte(name+"\n"), material...))
	signature := ed25519.Sign(key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)))
	line := append(binary.BigEndian.AppendUint64(sum[:4:4], time), signature...)
	vkey := name + "+" + hex.EncodeToString(sum[:4]) + "+" + base64.StdEncoding.EncodeToString(material)
	message := text + "\n— " + name + " " + base64.StdEncoding.EncodeToString(line) + "\n"
	return signed{hex.EncodeToString(seed), name, vkey, text, message}
}

func toHex(found []tlog.Hash) []string {
	texts := []string{}
	for _, hash := range found {
		texts = append(texts, hex.EncodeToString(hash[:]))
	}
	return texts
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
