import t from 'tap'
import { allowed, denied, patched, untouched, type AdmissionAnswer } from '../../src/admission/answer.ts'
import { writeReview } from '../../src/admission/write-review.ts'

const bonds = ['demo/bond-net1@bond0', 'demo/bond-net2@bond1']
const causes = [{ reason: 'FieldValueInvalid', message: 'wrong', field: 'pod metadata.labels' }]
const refusal = { message: 'wrong\nand more', kind: 'Pod', name: 'podbonding', causes }

const answers: readonly { name: string; answer: AdmissionAnswer; response: object }[] = [
  { name: 'left untouched, nothing said', answer: untouched('no-label'), response: { allowed: true } },
  {
    name: 'left untouched, with a warning',
    answer: untouched('host-network', ['no bond here'], { rules: ['no-host-network'] }),
    response: {
      allowed: true,
      warnings: ['no bond here'],
      auditAnnotations: { verdict: 'untouched', reason: 'host-network', rules: 'no-host-network' },
    },
  },
  {
    name: 'left untouched, with what its author set aside',
    answer: untouched('host-network', [], { rules: [], ignored: ['no-host-network'] }),
    response: {
      allowed: true,
      auditAnnotations: { verdict: 'untouched', reason: 'host-network', ignored: 'no-host-network' },
    },
  },
  {
    name: 'allowed as it is: no patch at all',
    answer: allowed({ verdict: 'unchanged', bonds, rules: [] }),
    response: {
      allowed: true,
      auditAnnotations: { verdict: 'unchanged', bonds: 'demo/bond-net1@bond0,demo/bond-net2@bond1' },
    },
  },
  {
    name: 'patched',
    answer: patched(
      [{ op: 'add', path: '/a~1b', value: 'ü' }],
      { verdict: 'injected', bonds: bonds.slice(1), rules: ['r1', 'r2'] },
      ['first', 'second'],
    ),
    response: {
      allowed: true,
      patchType: 'JSONPatch',
      patch: Buffer.from('[{"op":"add","path":"/a~1b","value":"ü"}]').toString('base64'),
      warnings: ['first', 'second'],
      auditAnnotations: { verdict: 'injected', bonds: 'demo/bond-net2@bond1', rules: 'r1,r2' },
    },
  },
  {
    name: 'denied',
    answer: denied(refusal, { verdict: 'refused', bonds: [], rules: ['r1'] }, ['beside it']),
    response: {
      allowed: false,
      status: {
        status: 'Failure',
        code: 422,
        reason: 'Invalid',
        message: 'wrong\nand more',
        details: { kind: 'Pod', name: 'podbonding', causes },
      },
      warnings: ['beside it'],
      auditAnnotations: { verdict: 'refused', rules: 'r1' },
    },
  },
]
for (const { name, answer, response } of answers) {
  t.test(name, async t => {
    t.same(JSON.parse(writeReview('705ab4f5', answer)), {
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: { uid: '705ab4f5', ...response },
    })
  })
}

t.test('an answer that is given again goes to who asks now, whatever is in the uid', async t => {
  const answer = patched([{ op: 'add', path: '/a', value: 1 }], { verdict: 'injected', bonds, rules: [] })
  for (const uid of ['first', 'second "quoted"']) {
    const { response } = JSON.parse(writeReview(uid, answer)) as { response: { uid: string; patch: string } }
    t.equal(response.uid, uid)
    t.equal(Buffer.from(response.patch, 'base64').toString(), '[{"op":"add","path":"/a","value":1}]')
  }
})
