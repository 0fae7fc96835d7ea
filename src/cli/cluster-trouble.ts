import type { ApiFailure } from '../cluster/api-failure.ts'

/** What the owner of a kubeconfig can do about it, in one sentence. @param resource what was asked for, as RBAC writes it */
export function clusterTrouble({ status, message }: ApiFailure, resource: string): string {
  const said = message.replaceAll(/\s*\n\s*/g, ' ')
  switch (status) {
    case undefined:
      return `the API server cannot be reached: ${said}. Check --kubeconfig and --context`
    case 401:
      return `the API server does not know this account (${said}). Renew its token, or give another --kubeconfig`
    case 403:
      return `this account may not read it: ${said}. Allow get and list of ${resource}, or give another --context`
    case 404:
      return `the cluster does not know ${resource}: ${said}. Check --context`
    default:
      return `the API server answered ${status}: ${said}`
  }
}
