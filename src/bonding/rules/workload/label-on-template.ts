import { bondLabel } from '../../keys.ts'
import { formatPath, type Path } from '../../place.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'label-on-template',
  object: 'workload',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'the label stands on the template of a workload, not on the workload',
  why: 'The webhook is asked about pods, and a pod gets the labels of the template it is made from, not those of the object around it: nothing happens, and nobody says so.',
  sources: ['kubernetes pkg/controller/controller_utils.go, GetPodFromTemplate'],
  examples: {
    bad: [
      { labels: { [bondLabel]: 'bond-net1' } },
      { annotations: { [bondLabel]: 'bond-net1' } },
      { kind: 'CronJob', jobLabels: { [bondLabel]: 'bond-net1' } },
    ],
    good: [
      { templateLabels: { [bondLabel]: 'bond-net1' } },
      { labels: { [bondLabel]: 'bond-net1' }, templateLabels: { [bondLabel]: 'bond-net1' } },
    ],
  },
  check(workload, report) {
    const labels = [...workload.path, 'metadata', 'labels']
    if (workload.at([...labels, bondLabel]) !== undefined) return
    const path = aroundTemplate(workload.path).find(each => workload.at(each) !== undefined)
    if (path === undefined) return
    const found = 'outside the template of the pods, where it has no effect'
    report({ path }, found, `Move it to ${formatPath(labels)}`)
  },
})

/** Where it could stand: on the object, and on what is between it and the pod (the template of a CronJob's jobs). */
function aroundTemplate(template: Path): readonly Path[] {
  return template.flatMap((_, length) =>
    ['labels', 'annotations'].map(key => [...template.slice(0, length), 'metadata', key, bondLabel]),
  )
}
