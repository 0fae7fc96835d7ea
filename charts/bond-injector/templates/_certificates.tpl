{{/* The Secret with the certificate, whoever makes it. */}}
{{- define "bond-injector.certificateSecret" -}}
{{- if eq .Values.certificates.mode "secret" -}}
{{- .Values.certificates.secret.name -}}
{{- else -}}
{{- printf "%s-tls" (include "bond-injector.fullname" .) -}}
{{- end -}}
{{- end -}}

{{/* The name that the API server checks the certificate for. */}}
{{- define "bond-injector.serverName" -}}
{{- printf "%s.%s.svc" (include "bond-injector.fullname" .) .Release.Namespace -}}
{{- end -}}

{{/* "true" where the program writes caBundle, and so needs the right to. */}}
{{- define "bond-injector.writesBundle" -}}
{{- $certificates := .Values.certificates -}}
{{- if or (eq $certificates.mode "self") (and (eq $certificates.mode "secret") (not $certificates.secret.caBundle)) -}}
true
{{- end -}}
{{- end -}}

{{- define "bond-injector.tlsFolder" -}}
/var/run/bond-injector/tls
{{- end -}}
