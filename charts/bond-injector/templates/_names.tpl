{{/* The name of this release's objects: short where the release is called like the chart. */}}
{{- define "bond-injector.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" (.Release.Name | trunc 36 | trimSuffix "-") .Chart.Name -}}
{{- end -}}
{{- end -}}

{{/* What a Deployment and its Service can be told by for ever: a selector cannot be changed. */}}
{{- define "bond-injector.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: webhook
{{- end -}}

{{- define "bond-injector.commonLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name (.Chart.Version | replace "+" "_") }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "bond-injector.labels" -}}
{{ include "bond-injector.selectorLabels" . }}
{{ include "bond-injector.commonLabels" . }}
{{- end -}}

{{- define "bond-injector.testLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: check
{{ include "bond-injector.commonLabels" . }}
{{- end -}}

{{- define "bond-injector.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (include "bond-injector.fullname" .) -}}
{{- end -}}

{{- define "bond-injector.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{- printf "%s@%s" .repository .digest -}}
{{- else -}}
{{- printf "%s:%s" .repository (.tag | default $.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The namespaces whose networks are read, as a list under "of"; empty: all. */}}
{{- define "bond-injector.watchNamespaces" -}}
of: {{ if .Values.watchNamespaces }}{{ append .Values.watchNamespaces .Release.Namespace | uniq | sortAlpha | toJson }}{{ else }}[]{{ end }}
{{- end -}}
