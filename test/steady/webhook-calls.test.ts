import t from 'tap'
import { callsBetween, webhookCalls } from './webhook-calls.ts'

const duration = 'apiserver_admission_webhook_admission_duration_seconds'

const metrics = `# HELP ${duration} Admission webhook latency histogram
${duration}_bucket{name="ours",operation="CREATE",rejected="false",type="admit",le="0.005"} 7
${duration}_bucket{name="ours",operation="CREATE",rejected="false",type="admit",le="+Inf"} 9
${duration}_sum{name="ours",operation="CREATE",rejected="false",type="admit"} 0.25
${duration}_count{name="ours",operation="CREATE",rejected="false",type="admit"} 9
${duration}_bucket{name="ours",operation="CREATE",rejected="true",type="admit",le="0.005"} 1
${duration}_bucket{name="ours",operation="CREATE",rejected="true",type="admit",le="+Inf"} 3
${duration}_sum{name="ours",operation="CREATE",rejected="true",type="admit"} 0.5
${duration}_count{name="ours",operation="CREATE",rejected="true",type="admit"} 3
${duration}_count{name="theirs",operation="CREATE",rejected="false",type="admit"} 100
apiserver_admission_webhook_rejection_count{error_type="calling_webhook_error",name="ours",operation="CREATE",rejection_code="0",type="admit"} 2
apiserver_admission_webhook_rejection_count{error_type="no_error",name="ours",operation="CREATE",rejection_code="422",type="admit"} 1
`

t.test('the series of one webhook are summed; a refusal is no failure', async t => {
  const calls = webhookCalls(metrics, 'ours')
  t.match(calls, { asked: 12, failed: 2, seconds: 0.75 })
  t.same([...calls.within], [['0.005', 8], ['+Inf', 12]]) // prettier-ignore
  t.match(webhookCalls(metrics, 'nobody'), { asked: 0, failed: 0, seconds: 0 })
})

t.test('what came in between', async t => {
  const after = { asked: 20, failed: 3, seconds: 1, within: new Map([['0.005', 15]]) }
  const before = webhookCalls(metrics, 'ours')
  const between = callsBetween(before, after)
  t.match(between, { asked: 8, failed: 1, seconds: 0.25 })
  t.same([...between.within], [['0.005', 7]])
  const restarted = { asked: 4, failed: 0, seconds: 0.1, within: new Map([['0.005', 4]]) }
  t.same(callsBetween(before, restarted), restarted, 'an API server that was restarted counts from nothing')
})
