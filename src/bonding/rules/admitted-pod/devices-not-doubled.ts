import { rule } from '../rule.ts'

export default rule({
  id: 'devices-not-doubled',
  object: 'admitted-pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'no resource is requested more often than the networks need it',
  why: 'The network-resources-injector with honor-resources adds its count on top of what it finds, so that each pod holds twice the virtual functions that it uses.',
  sources: ['k8snetworkplumbingwg/network-resources-injector pkg/webhook/webhook.go:640-670'],
  examples: {
    bad: [{ devices: { 'openshift.io/port0': '2', 'openshift.io/port1': '1' } }],
    good: [{ devices: { 'openshift.io/port0': '1', 'openshift.io/port1': '1', 'openshift.io/port7': '3' } }],
  },
  check({ completed, changes, devices }, report) {
    if (!completed || changes.length > 0) return
    for (const { needed, present, place } of devices) {
      if (present <= needed) continue
      report(
        place,
        `${present} requested, its networks need ${needed}`,
        'If an injector doubled them, run bond-injector with --devices=leave',
      )
    }
  },
})
