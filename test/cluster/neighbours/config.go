package main

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/containernetworking/cni/libcni"
	"github.com/containernetworking/cni/pkg/types"
	"github.com/containernetworking/cni/pkg/utils"
	"github.com/containernetworking/cni/pkg/version"
	nad "github.com/k8snetworkplumbingwg/network-attachment-definition-client/pkg/utils"
)

// objectName is the name of the object whose spec.config is read.
const objectName = "object"

// configReading is a spec.config on its way: client library, Multus, libcni, and the skeleton of each plugin.
type configReading struct {
	// By says which of the first three stopped with Error.
	By         string          `json:"by,omitempty"`
	Error      string          `json:"error,omitempty"`
	Form       string          `json:"form,omitempty"`
	Name       string          `json:"name"`
	CNIVersion string          `json:"cniVersion"`
	Plugins    []pluginReading `json:"plugins,omitempty"`
}

type pluginReading struct {
	Type string `json:"type"`
	// Received is the text that libcni hands to the plugin's binary, but for what comes from the pod.
	Received string `json:"received"`
	// Refused is why libcni or the skeleton stops before the plugin's own code runs.
	Refused []string `json:"refused,omitempty"`
}

func readConfig(text []byte) (result configReading) {
	if string(text) == "" {
		return configReading{By: "nobody", Error: "Multus looks for a file on the node"}
	}
	var bytes []byte
	var single bool
	steps := []struct {
		by  string
		run func() error
	}{
		{"client-library", func() (err error) { bytes, err = nad.GetCNIConfigFromSpec(string(text), objectName); return }},
		{"multus", func() (err error) { single, err = multusDecides(bytes); return }},
		{"libcni", func() (err error) { result, err = libcniParses(bytes, single); return }},
	}
	for _, step := range steps {
		if message := guarded(step.run); message != "" {
			return configReading{By: step.by, Error: message}
		}
	}
	return result
}

// multusDecides tells a single plugin from a list as Multus does (pkg/types LoadDelegateNetConf): by the type.
func multusDecides(bytes []byte) (single bool, err error) {
	var config types.PluginConf
	if err := json.Unmarshal(bytes, &config); err != nil {
		return false, err
	}
	if config.Type != "" {
		return true, nil
	}
	var list types.NetConfList
	if err := json.Unmarshal(bytes, &list); err != nil {
		return false, err
	}
	if list.Plugins == nil {
		return false, errors.New("delegate must have the 'type' or 'plugin' field")
	}
	if list.Plugins[0].Type == "" {
		return false, errors.New("a plugin delegate must have the 'type' field")
	}
	return false, nil
}

func libcniParses(bytes []byte, single bool) (configReading, error) {
	if single {
		config, err := libcni.ConfFromBytes(bytes)
		if err != nil {
			return configReading{}, err
		}
		return network("single", config.Network.Name, config.Network.CNIVersion, []*libcni.PluginConfig{config})
	}
	list, err := libcni.ConfListFromBytes(bytes)
	if err != nil {
		return configReading{}, err
	}
	return network("list", list.Name, list.CNIVersion, list.Plugins)
}

// network does what libcni does before each call of a plugin: every config gets the network's name and version.
func network(form, name, cniVersion string, configs []*libcni.PluginConfig) (configReading, error) {
	result := configReading{Form: form, Name: name, CNIVersion: cniVersion}
	for _, config := range configs {
		injected, err := libcni.InjectConf(config, map[string]any{"name": name, "cniVersion": cniVersion})
		if err != nil {
			return result, err
		}
		plugin := pluginReading{Type: config.Network.Type, Received: string(injected.Bytes)}
		plugin.Refused = refusals(plugin, name, cniVersion)
		result.Plugins = append(result.Plugins, plugin)
	}
	return result, nil
}

func refusals(plugin pluginReading, name, cniVersion string) (all []string) {
	note := func(err error) {
		if err != nil {
			all = append(all, err.Error())
		}
	}
	if strings.Contains(plugin.Type, "/") {
		note(errors.New("invalid plugin name: " + plugin.Type))
	}
	if err := utils.ValidateNetworkName(name); err != nil {
		note(err)
	}
	// At DEL libcni compares versions before any plugin runs.
	_, err := version.GreaterThanOrEqualTo(cniVersion, "0.4.0")
	note(err)
	decoded, err := (&version.ConfigDecoder{}).Decode([]byte(plugin.Received))
	note(err)
	if err := (&version.Reconciler{}).Check(decoded, version.All); err != nil {
		note(types.NewError(types.ErrIncompatibleCNIVersion, "incompatible CNI versions", err.Details()))
	}
	return all
}
