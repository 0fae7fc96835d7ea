// Neighbours says what the programs around bond-injector make of a text. It reads one JSON string a line and answers
// each with one line of JSON: the text as Go's encoding/json, Multus, libcni and sigs.k8s.io/yaml read it.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

type reading struct {
	JSON       valueReading      `json:"json"`
	Annotation annotationReading `json:"annotation"`
	Config     configReading     `json:"config"`
	YAML       yamlReading       `json:"yaml"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	answers := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(answers)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			log.Fatalf("not a JSON string: %q: %v", lines.Text(), err)
		}
		if err := encoder.Encode(read([]byte(text))); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	if err := answers.Flush(); err != nil {
		log.Fatal(err)
	}
}

func read(text []byte) reading {
	return reading{JSON: readValue(text), Annotation: readAnnotation(text), Config: readConfig(text), YAML: readYAML(text)}
}

// guarded turns a panic of a neighbour into a text: some inputs do make them panic.
func guarded(work func() error) (message string) {
	defer func() {
		if cause := recover(); cause != nil {
			message = fmt.Sprintf("panic: %v", cause)
		}
	}()
	if err := work(); err != nil {
		return err.Error()
	}
	return ""
}
