package main

import (
	"encoding/json"
	"fmt"
	"net"
	"strings"
)

// NetworkSelectionElement declares the keys and types of one element of the networks annotation as Multus v4.3 has
// them (pkg/types). The type names appear in Go's error messages, so they are Multus's.
type NetworkSelectionElement struct {
	Name             string          `json:"name"`
	Namespace        string          `json:"namespace,omitempty"`
	IPs              []string        `json:"ips,omitempty"`
	MAC              string          `json:"mac,omitempty"`
	InfinibandGUID   string          `json:"infiniband-guid,omitempty"`
	Interface        string          `json:"interface,omitempty"`
	InterfaceRequest string          `json:"interfaceRequest,omitempty"`
	PortMappings     []*PortMapEntry `json:"portMappings,omitempty"`
	Bandwidth        *BandwidthEntry `json:"bandwidth,omitempty"`
	DeviceID         string          `json:"deviceID,omitempty"`
	CNIArgs          *map[string]any `json:"cni-args"`
	DefaultRoute     *[]net.IP       `json:"default-route,omitempty"`
}

type PortMapEntry struct {
	HostPort      int    `json:"hostPort"`
	ContainerPort int    `json:"containerPort"`
	Protocol      string `json:"protocol,omitempty"`
	HostIP        string `json:"hostIP,omitempty"`
}

type BandwidthEntry struct {
	IngressRate  int `json:"ingressRate"`
	IngressBurst int `json:"ingressBurst"`
	EgressRate   int `json:"egressRate"`
	EgressBurst  int `json:"egressBurst"`
}

type annotationReading struct {
	Elements []*NetworkSelectionElement `json:"elements,omitempty"`
	// Error is Go's, from the decoder; Refused is what Multus then finds wrong in what was decoded.
	Error   string `json:"error,omitempty"`
	Refused string `json:"refused,omitempty"`
}

// readAnnotation reads the JSON form only: that Multus takes a text for the comma form is decided before.
func readAnnotation(text []byte) (result annotationReading) {
	if err := json.Unmarshal(text, &result.Elements); err != nil {
		// Multus declares the element in its package types, and Go's messages name the package.
		return annotationReading{Error: strings.ReplaceAll(err.Error(), "main.", "types.")}
	}
	result.Refused = guarded(func() error {
		for _, element := range result.Elements {
			if err := acceptable(element); err != nil {
				return err
			}
		}
		return nil
	})
	return result
}

// acceptable makes Multus's checks in its order; a nil element panics, here as there.
func acceptable(element *NetworkSelectionElement) error {
	if element.MAC != "" {
		if _, err := net.ParseMAC(element.MAC); err != nil {
			return fmt.Errorf("failed to mac: %w", err)
		}
	}
	if element.InfinibandGUID != "" {
		if _, err := net.ParseMAC(element.InfinibandGUID); err != nil {
			return fmt.Errorf("failed to validate infiniband GUID: %w", err)
		}
	}
	for _, address := range element.IPs {
		if !strings.Contains(address, "/") {
			if net.ParseIP(address) == nil {
				return fmt.Errorf("failed to parse IP address %q", address)
			}
		} else if _, _, err := net.ParseCIDR(address); err != nil {
			return fmt.Errorf("failed to parse CIDR %q: %w", address, err)
		}
	}
	if element.Interface == "" {
		element.Interface = element.InterfaceRequest
	}
	return nil
}
