import { cluster, type Cluster, type ClusterFacts } from './cluster.ts'

const variables = {
  server: 'TEST_CLUSTER_SERVER',
  caFile: 'TEST_CLUSTER_CA_FILE',
  token: 'TEST_CLUSTER_TOKEN',
  program: 'TEST_CLUSTER_KUBECTL',
  kubeconfig: 'TEST_CLUSTER_KUBECONFIG',
  home: 'TEST_CLUSTER_HOME',
} as const satisfies Record<keyof ClusterFacts, string>

/** What `npm run test:cluster` hands to the test files. */
export function toEnvironment(facts: ClusterFacts): NodeJS.ProcessEnv {
  return Object.fromEntries(entries().map(([fact, variable]) => [variable, facts[fact]]))
}

/**
 * The control plane that `npm run test:cluster` started for all test files. Use namespaces of your own in it; a test
 * that stops the API server or needs a clean cluster starts its own with startControlPlane.
 */
export function sharedCluster(environment: NodeJS.ProcessEnv = process.env): Cluster {
  const fact = (name: keyof ClusterFacts) => {
    const value = environment[variables[name]]
    if (value === undefined)
      throw new Error(`${variables[name]} is not set: run this with npm run test:cluster -- FILE`)
    return value
  }
  return cluster({
    server: fact('server'),
    caFile: fact('caFile'),
    token: fact('token'),
    program: fact('program'),
    kubeconfig: fact('kubeconfig'),
    home: fact('home'),
  })
}

function entries(): [keyof ClusterFacts, string][] {
  return [
    ['server', variables.server],
    ['caFile', variables.caFile],
    ['token', variables.token],
    ['program', variables.program],
    ['kubeconfig', variables.kubeconfig],
    ['home', variables.home],
  ]
}
