import t from 'tap'
import { clusterTrouble } from '../../src/cli/cluster-trouble.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'

const cases: readonly [name: string, status: number | undefined, said: string][] = [
  ['nobody there', undefined, 'the API server cannot be reached: no. Check --kubeconfig and --context'],
  [
    'a token that is void',
    401,
    'the API server does not know this account (no). Renew its token, or give another --kubeconfig',
  ],
  ['RBAC', 403, 'this account may not read it: no. Allow get and list of pods, or give another --context'],
  ['a resource that is not installed', 404, 'the cluster does not know pods: no. Check --context'],
  ['anything else', 503, 'the API server answered 503: no'],
]
for (const [name, status, said] of cases) {
  t.test(name, async t => t.equal(clusterTrouble(new ApiFailure('no', status), 'pods'), said))
}

t.test('in one line', async t => {
  t.equal(clusterTrouble(new ApiFailure('a \n\n b', 500), 'pods'), 'the API server answered 500: a b')
})
