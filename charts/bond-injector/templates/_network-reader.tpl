{{- define "bond-injector.networkRules" -}}
- apiGroups: [k8s.cni.cncf.io]
  resources: [network-attachment-definitions]
  verbs: [get, list, watch]
{{- end -}}

{{- define "bond-injector.subject" -}}
- kind: ServiceAccount
  name: {{ include "bond-injector.serviceAccountName" . }}
  namespace: {{ .Release.Namespace }}
{{- end -}}
