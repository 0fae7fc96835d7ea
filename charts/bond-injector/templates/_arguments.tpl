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
{{- concat $arguments (list
  (printf "--settings=%s/.bond-injector.yaml" (include "bond-injector.settingsFolder" .))
  (printf "--drain-seconds=%d" (int .Values.drainSeconds))
  (printf "--stale-after=%d" (int .Values.staleAfter))
  (printf "--log-level=%s" .Values.logLevel)) | toJson -}}
{{- end -}}
