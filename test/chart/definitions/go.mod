// Nothing is built of it: the cluster tests read the custom resource definitions of cert-manager and of
// the Prometheus operator from their modules.
module bond-injector.io/test/chart/definitions

go 1.26.0

require (
	github.com/cert-manager/cert-manager v1.21.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
)
