{{/* What the site decides about bonding, as the settings file that `lint` and `inject` take, too. */}}
{{- define "bond-injector.settings" -}}
{{- $rules := dict -}}
{{- range $id, $severity := .Values.rules -}}
{{- /* YAML 1.1, which helm reads, makes false of a bare off. */ -}}
{{- $_ := set $rules $id (eq (toString $severity) "false" | ternary "off" $severity) -}}
{{- end -}}
{{- dict
  "discovery" (.Values.discovery | ternary "on" "off")
  "devices" .Values.devices
  "network-refusals" .Values.networkRefusals
  "workload-verdicts" .Values.workloadVerdicts
  "default-network-namespace" .Values.defaultNetworkNamespace
  "namespace-isolation" (.Values.namespaceIsolation | ternary "on" "off")
  "global-namespaces" .Values.globalNamespaces
  "supported-modes" .Values.supportedModes
  "switch-lag" (.Values.switchLag | ternary "on" "off")
  "bond-cni" .Values.bondCni
  "rules" $rules | toYaml -}}
{{- end -}}

{{- define "bond-injector.settingsFolder" -}}
/etc/bond-injector
{{- end -}}
