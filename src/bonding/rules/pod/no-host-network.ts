import { rule } from '../rule.ts'

export default rule({
  id: 'no-host-network',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a pod with a bond does not use the host network',
  why: 'The container runtime makes no CNI call for a pod on the host network: it would run without any of its attachments.',
  sources: ['containerd/containerd internal/cri/server/sandbox_run.go'],
  examples: { bad: [{ spec: { hostNetwork: true } }], good: [{ spec: { hostNetwork: false } }] },
  check(pod, report) {
    if (!pod.pod.hostNetwork) return
    const found = 'true: nothing is attached'
    report({ path: ['spec', 'hostNetwork'] }, found, 'Remove hostNetwork, or the label')
  },
})
