import { moreNetworks, podCases, podOf } from '../cli/pod-cases.ts'
import { authoredManifests, type AuthoredManifest } from './authored-manifests.ts'
import { authoredWorkloads } from './authored-workloads.ts'
import { examplesIn } from './example-files.ts'

/** Pods and workloads in many layouts, and those that every face is tested with, all in one namespace. */
export function manifestsToInject(namespace: string): readonly AuthoredManifest[] {
  const manifests = [
    ...authoredManifests,
    ...authoredWorkloads,
    ...['pod.yaml', 'pod-openshift-page.yaml'].map(file => ({ name: file, text: examplesIn('demo', file) })),
    // The webhook is registered for the one namespace.
    ...podCases
      .filter(({ metadata: { namespace = 'demo' } }) => namespace === 'demo')
      .map(each => ({ name: each.name, text: JSON.stringify(withImages(podOf(each))) })),
  ]
  return manifests.map(({ name, text }) => ({ name, text: inNamespace(text, namespace) }))
}

/** The networks that they name, right ones and wrong ones. */
export function networksToInject(namespace: string): string {
  return `${examplesIn(namespace, 'openshift/*.yaml')}\n---\n${inNamespace(moreNetworks, namespace)}`
}

function inNamespace(text: string, namespace: string): string {
  return text.replaceAll('demo', namespace)
}

/** Without an image no pod is valid. */
function withImages(pod: ReturnType<typeof podOf>) {
  return { ...pod, spec: { ...pod.spec, containers: pod.spec.containers.map(each => ({ ...each, image: 'app' })) } }
}
