import type { Path } from '../../../src/bonding/place.ts'
import { randomLayout } from './layout.ts'
import type { Choose } from './layout.ts'
import { printYaml } from './print-yaml.ts'
import type { RandomPod } from './random-pod.ts'

export interface RandomFile {
  readonly text: string
  /** Which of the file's objects holds the pod, and where. */
  readonly index: number
  readonly base: Path
}

const neighbour = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'other', annotations: {} },
  data: { a: 'b' },
}

/** A file with the pod in it: alone, as a template or in a List, in YAML or JSON, with other documents around it or not. */
export function randomFile(pod: RandomPod, choose: Choose): RandomFile {
  const template = choose(true, false)
  const object = template
    ? { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { replicas: 2, template: pod } }
    : { apiVersion: 'v1', kind: 'Pod', ...pod }
  const inList = choose(false, false, true)
  const root = inList ? { apiVersion: 'v1', kind: 'List', items: [neighbour, object, neighbour] } : object
  const base = template ? ['spec', 'template'] : []
  const own = inList ? 1 : 0
  if (choose(false, false, false, true)) return { text: printJson(root, choose), index: own, base }
  const layout = randomLayout(choose)
  const separator = `---${layout.lineBreak}`
  const text = printYaml(root, layout)
  const before = choose('', separator, `\uFEFF`, printYaml(neighbour, layout) + separator)
  const after = choose('', '', separator + printYaml(neighbour, layout))
  const whole = before + text + after
  const index = own + (before.includes('kind') ? 1 : 0)
  return { text: choose(true, true, false) ? whole : whole.slice(0, -layout.lineBreak.length), index, base }
}

function printJson(root: object, choose: Choose): string {
  const text = JSON.stringify(root, null, choose<string | number>(0, 2, 4, '\t'))
  return choose(text, `${text}\n`, text.replaceAll('\n', '\r\n'))
}
