import t from 'tap'
import { benchPod } from '../../../bench/cluster/bench-pod.ts'
import { podOf, whatIsWrong } from '../../../test/steady/pod-kinds.ts'

const call = { bond: 'bond-net1', resources: ['openshift.io/port0', 'openshift.io/port1'] } as const

for (const bytes of [3_000, 12_000, 60_000]) {
  t.test(`${bytes / 1000} KB`, async t => {
    const pod = benchPod({ ...call, bytes })
    const text = JSON.stringify(podOf(pod, 'somewhere', 'web'))
    t.ok(text.length > bytes * 0.6 && text.length <= bytes, `${text.length} bytes and the rest of a review`)
    t.type(whatIsWrong(pod, podOf(pod, 'somewhere', 'web')), 'string', 'as the author writes it, it is not right')
    const complete = benchPod({ ...call, bytes, complete: true })
    t.equal(whatIsWrong(pod, stored(complete)), undefined, 'complete it is')
    t.strictSame(complete.resources, pod.resources)
  })
}

/** The API server writes down that a container asks for nothing. */
function stored(pod: ReturnType<typeof benchPod>): unknown {
  const object = structuredClone(podOf(pod, 'somewhere', 'web')) as { spec: { containers: object[] } }
  object.spec.containers = object.spec.containers.map(container => ({ resources: {}, ...container }))
  return object
}
