{{/* What both webhook configurations have in common. */}}
{{- define "bond-injector.configurationMetadata" -}}
{{- $annotations := dict -}}
{{- if eq .Values.certificates.mode "cert-manager" -}}
{{- $annotations = dict "cert-manager.io/inject-ca-from" (printf "%s/%s" .Release.Namespace (include "bond-injector.fullname" .)) -}}
{{- else if eq .Values.certificates.mode "service-ca" -}}
{{- $annotations = dict "service.beta.openshift.io/inject-cabundle" "true" -}}
{{- end -}}
{{- $annotations = merge $annotations .Values.webhook.annotations -}}
name: {{ .Values.webhook.configurationName }}
labels:
  {{- include "bond-injector.labels" . | nindent 2 }}
  {{- with .Values.webhook.labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Takes "chart" and "path". No caBundle but one of yours: whoever makes the certificate writes it, and an upgrade leaves it alone. */}}
{{- define "bond-injector.clientConfig" -}}
{{- with .chart.Values.certificates.secret.caBundle -}}
caBundle: {{ . | b64enc }}
{{ end -}}
service:
  name: {{ include "bond-injector.fullname" .chart }}
  namespace: {{ .chart.Release.Namespace }}
  path: {{ .path }}
  port: {{ .chart.Values.service.port }}
{{- end -}}

{{- define "bond-injector.namespaceSelector" -}}
{{- with .Values.webhook.namespaceSelector.matchLabels -}}
matchLabels:
  {{- toYaml . | nindent 2 }}
{{ end -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values: {{ prepend .Values.webhook.excludedNamespaces "kube-system" | uniq | toJson }}
  {{- with .Values.webhook.namespaceSelector.matchExpressions }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{- define "bond-injector.labelledPods" -}}
matchExpressions:
  - key: bond-injector.io/bond
    operator: Exists
{{- end -}}

{{/* The kubelet's image of a static pod runs already: there is nothing to add, and it must not wait for us. */}}
{{- define "bond-injector.noMirrorPod" -}}
- name: no-mirror-pod
  expression: "!has(object.metadata.annotations) || !('kubernetes.io/config.mirror' in object.metadata.annotations)"
{{- end -}}

{{/* "true" where anything is validated: then there is a second webhook configuration. */}}
{{- define "bond-injector.validates" -}}
{{- with .Values.validation -}}
{{- if or .pods.enabled .networks.enabled .workloads.enabled -}}
true
{{- end -}}
{{- end -}}
{{- end -}}
