// Nothing is built of it: the cluster tests read the custom resource definitions of cert-manager from its module.
module bond-injector.io/test/chart/definitions

go 1.26.0

require github.com/cert-manager/cert-manager v1.21.2
