{{/* The command line of the webhook: a JSON list, so that nothing in it needs quoting. */}}
{{- define "bond-injector.arguments" -}}
{{- $folder := include "bond-injector.tlsFolder" . -}}
{{- $arguments := list "serve"
  (printf "--listen=[::]:%d" (int .Values.ports.webhook))
  (printf "--ops-listen=[::]:%d" (int .Values.ports.ops)) -}}
{{- if eq .Values.certificates.mode "self" -}}
{{- $arguments = append $arguments (printf "--tls-secret=%s/%s" .Release.Namespace (include "bond-injector.certificateSecret" .)) -}}
{{- $arguments = append $arguments (printf "--tls-name=%s" (include "bond-injector.serverName" .)) -}}
{{- else -}}
{{- $arguments = concat $arguments (list (printf "--tls-cert=%s/tls.crt" $folder) (printf "--tls-key=%s/tls.key" $folder)) -}}
{{- end -}}
{{- if include "bond-injector.writesBundle" . -}}
{{- if eq .Values.certificates.mode "secret" -}}
{{- $arguments = append $arguments (printf "--tls-ca=%s/ca.crt" $folder) -}}
{{- end -}}
{{- $arguments = append $arguments (printf "--mutating-webhook=%s" .Values.webhook.configurationName) -}}
{{- if include "bond-injector.validates" . -}}
{{- $arguments = append $arguments (printf "--validating-webhook=%s" .Values.webhook.configurationName) -}}
{{- end -}}
{{- end -}}
{{- range (include "bond-injector.watchNamespaces" . | fromYaml).of -}}
{{- $arguments = append $arguments (printf "--watch-namespace=%s" .) -}}
{{- end -}}
{{- range $id, $severity := .Values.rules -}}
{{- /* YAML 1.1, which helm reads, makes false of a bare off. */ -}}
{{- $arguments = append $arguments (printf "--rule=%s=%s" $id (eq (toString $severity) "false" | ternary "off" (toString $severity))) -}}
{{- end -}}
{{- concat $arguments (list
  (printf "--discovery=%s" (.Values.discovery | ternary "on" "off"))
  (printf "--devices=%s" .Values.devices)
  (printf "--network-refusals=%s" .Values.networkRefusals)
  (printf "--workload-verdicts=%s" .Values.workloadVerdicts)
  (printf "--default-network-namespace=%s" .Values.defaultNetworkNamespace)
  (printf "--namespace-isolation=%s" (.Values.namespaceIsolation | ternary "on" "off"))
  (printf "--global-namespaces=%s" (join "," .Values.globalNamespaces))
  (printf "--supported-modes=%s" (join "," .Values.supportedModes))
  (printf "--switch-lag=%s" (.Values.switchLag | ternary "on" "off"))
  (printf "--drain-seconds=%d" (int .Values.drainSeconds))
  (printf "--stale-after=%d" (int .Values.staleAfter))
  (printf "--log-level=%s" .Values.logLevel)) | toJson -}}
{{- end -}}
