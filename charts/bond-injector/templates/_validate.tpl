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
{{- if and (not $v.networkPolicy.enabled) $v.networkPolicy.metricsFrom -}}
{{- fail "networkPolicy.metricsFrom needs networkPolicy.enabled." -}}
{{- end -}}
{{- if and $v.metrics.serviceMonitor.enabled (eq (int $v.service.port) (int $v.ports.ops)) -}}
{{- fail (printf "service.port and ports.ops are both %d: with metrics.serviceMonitor.enabled the Service needs a port for each." (int $v.ports.ops)) -}}
{{- end -}}
{{- if and (not $v.metrics.serviceMonitor.enabled) (or $v.metrics.serviceMonitor.interval $v.metrics.serviceMonitor.labels) -}}
{{- fail "metrics.serviceMonitor.interval and labels need metrics.serviceMonitor.enabled." -}}
{{- end -}}
{{- if and (not $v.metrics.prometheusRule.enabled) (or $v.metrics.prometheusRule.labels $v.metrics.prometheusRule.alertLabels $v.metrics.prometheusRule.runbookUrl) -}}
{{- fail "metrics.prometheusRule.labels, alertLabels and runbookUrl need metrics.prometheusRule.enabled." -}}
{{- end -}}
{{- if and (not $v.validation.pods.enabled) $v.validation.pods.failurePolicy -}}
{{- fail "validation.pods.failurePolicy needs validation.pods.enabled." -}}
{{- end -}}
{{- if and (not $v.validation.networks.enabled) (ne $v.networkRefusals "runtime") -}}
{{- fail (printf "networkRefusals %s needs validation.networks.enabled." $v.networkRefusals) -}}
{{- end -}}
{{- if and (not $v.validation.workloads.enabled) (ne $v.workloadVerdicts "warn") -}}
{{- fail (printf "workloadVerdicts %s needs validation.workloads.enabled." $v.workloadVerdicts) -}}
{{- end -}}
{{- $stop := add (int $v.drainSeconds) 10 -}}
{{- if le (int $v.terminationGracePeriodSeconds) (int $stop) -}}
{{- fail (printf "terminationGracePeriodSeconds (%d) must be above %d: drainSeconds (%d), and 10 for what is in flight." (int $v.terminationGracePeriodSeconds) (int $stop) (int $v.drainSeconds)) -}}
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
