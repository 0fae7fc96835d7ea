package main

import (
	"bytes"
	"encoding/json"
	"errors"

	"sigs.k8s.io/yaml"
)

// valueReading is a text decoded without a target type.
type valueReading struct {
	// Strings with a "$" and number literals with a "#" in front, so that no literal is lost on the way.
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
	// Offset is in bytes, as in json.SyntaxError.
	Offset int64 `json:"offset,omitempty"`
}

func readValue(text []byte) valueReading {
	// Unmarshal checks the whole text first; a Decoder alone would stop behind the first value.
	var checked any
	if err := json.Unmarshal(text, &checked); err != nil {
		var syntax *json.SyntaxError
		if !errors.As(err, &syntax) {
			// A number too big for float64 is an error here, but not for a reader that keeps literals.
			return valueReading{Error: err.Error()}
		}
		return valueReading{Error: err.Error(), Offset: syntax.Offset}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return valueReading{Error: err.Error()}
	}
	return valueReading{Value: tagged(value)}
}

func tagged(value any) any {
	switch value := value.(type) {
	case string:
		return "$" + value
	case json.Number:
		return "#" + value.String()
	case []any:
		for index, element := range value {
			value[index] = tagged(element)
		}
		return value
	case map[string]any:
		for key, member := range value {
			value[key] = tagged(member)
		}
		return value
	default:
		return value
	}
}

// yamlReading is a text as kubectl turns it into JSON.
type yamlReading struct {
	JSON  string `json:"json,omitempty"`
	Error string `json:"error,omitempty"`
}

func readYAML(text []byte) (result yamlReading) {
	result.Error = guarded(func() error {
		converted, err := yaml.YAMLToJSON(text)
		result.JSON = string(converted)
		return err
	})
	return result
}
