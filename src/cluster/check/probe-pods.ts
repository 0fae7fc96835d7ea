import { bondLabel } from '../../bonding/keys.ts'

/** No network is called so: whoever is asked for it must refuse. */
export const madeUpBond = 'bond-injector-check-absent'

/**
 * A labelled pod that every Pod Security level takes ("restricted" is the strictest). It is only ever a dry run, so
 * its image is never pulled.
 *
 * @param bond the bond network that it asks for
 */
export function probePod(bond: string) {
  const security = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: 'bond-injector-check-', labels: { [bondLabel]: bond } },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
      // Quotas often want every container to say what it needs.
      containers: [{ name: 'check', image: 'bond-injector-check.invalid/none', securityContext: security, resources }],
    },
  }
}

const size = { cpu: '1m', memory: '1Mi' }
const resources = { requests: size, limits: size }
