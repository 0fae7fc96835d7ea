{{/* Settings that exclude each other, one sentence each; what is wrong by itself is the schema's. */}}
{{- define "bond-injector.validate" -}}
{{- $v := .Values -}}
{{- $mode := $v.certificates.mode -}}
{{- $secret := $v.certificates.secret -}}
{{- if and (eq $mode "secret") (not $secret.name) -}}
{{- fail "certificates.mode secret needs certificates.secret.name: the Secret that holds tls.crt and tls.key." -}}
{{- end -}}
{{- if and (ne $mode "secret") (or $secret.name $secret.caBundle) -}}
{{- fail (printf "certificates.secret.%s excludes certificates.mode %s: it is for a Secret of your own. Set certificates.mode to secret." (empty $secret.name | ternary "caBundle" "name") $mode) -}}
{{- end -}}
{{- if and (ne $mode "cert-manager") $v.certificates.certManager.issuerRef -}}
{{- fail (printf "certificates.certManager.issuerRef excludes certificates.mode %s: set certificates.mode to cert-manager." $mode) -}}
{{- end -}}
{{- if and $v.image.tag $v.image.digest -}}
{{- fail "image.tag excludes image.digest: a digest names the bytes already." -}}
{{- end -}}
{{- if and $v.hostNetwork $v.networkPolicy.enabled -}}
{{- fail "hostNetwork excludes networkPolicy.enabled: a NetworkPolicy does not hold for pods on the host's network. Set networkPolicy.enabled to false." -}}
{{- end -}}
{{- if and (not $v.networkPolicy.enabled) $v.networkPolicy.apiServerPorts -}}
{{- fail "networkPolicy.apiServerPorts needs networkPolicy.enabled." -}}
{{- end -}}
{{- if eq (int $v.ports.webhook) (int $v.ports.ops) -}}
{{- fail (printf "ports.webhook and ports.ops are both %d: they need a port each." (int $v.ports.ops)) -}}
{{- end -}}
{{- if $v.autoscaling.enabled -}}
{{- if gt (int $v.autoscaling.minReplicas) (int $v.autoscaling.maxReplicas) -}}
{{- fail (printf "autoscaling.minReplicas (%d) is above autoscaling.maxReplicas (%d)." (int $v.autoscaling.minReplicas) (int $v.autoscaling.maxReplicas)) -}}
{{- end -}}
{{- /* 2 is the default, which nobody chose. */ -}}
{{- if ne (int $v.replicas) 2 -}}
{{- fail (printf "replicas (%d) excludes autoscaling.enabled: set autoscaling.minReplicas instead." (int $v.replicas)) -}}
{{- end -}}
{{- end -}}
{{- if has .Release.Namespace $v.webhook.excludedNamespaces -}}
{{- fail (printf "webhook.excludedNamespaces holds %s, the release's own namespace: helm test makes its pods there. Pods without the label are never touched anyway." .Release.Namespace) -}}
{{- end -}}
{{- if eq .Release.Namespace "kube-system" -}}
{{- fail "the release's namespace is kube-system, which the webhook leaves alone: helm test could not work. Install with --namespace bond-injector --create-namespace." -}}
{{- end -}}
{{- end -}}
