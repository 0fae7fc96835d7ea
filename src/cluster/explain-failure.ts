import type { ApiFailure } from './api-failure.ts'

/** What an operator can do about it, and what the API server said. */
export function explainFailure({ status, message }: ApiFailure): string {
  switch (status) {
    case undefined:
      return `the API server cannot be reached: ${message}`
    case 401:
      return `the API server does not know this service account's token: ${message}`
    case 403:
      return `RBAC does not allow it: ${message}. Allow get, list and watch of network-attachment-definitions.k8s.cni.cncf.io`
    case 404:
      return 'the custom resource definition network-attachment-definitions.k8s.cni.cncf.io is not installed: install Multus'
    default:
      return `the API server answered ${status}: ${message}`
  }
}
