import { nearest } from '../../did-you-mean.ts'
import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'

/** Other prefixes are of device plugins that no policy configures. */
const prefix = 'openshift.io/'

export default rule({
  id: 'link-resource-advertised',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'kubernetes',
  summary: 'some policy makes devices of the resource of every link',
  why: 'Without a policy that has this resourceName no node offers the resource, and the pod stays Pending ("Insufficient openshift.io/..."). Judged where policies are among the files.',
  sources: [],
  examples: {
    bad: [{ resources: ['openshift.io/port0', 'openshift.io/part1'] }, { policies: { port1: null } }],
    good: [
      {},
      { resources: ['openshift.io/port0', 'example.com/nics'] },
      { resources: ['openshift.io/port0', 'openshift.io/${RESOURCE}'] },
    ],
  },
  check({ policies, links }, report) {
    if (policies.length === 0 || !policies.every(({ resourceName }) => isFilledIn(resourceName))) return
    const taken = new Set(links.map(({ resource }) => resource))
    for (const { network, resource, policies: own } of links) {
      if (own.length > 0 || !resource.startsWith(prefix) || !isFilledIn(resource)) continue
      // port0 is no typo of port1 where another link has it.
      const others = policies.map(({ resourceName }) => resourceName).filter(name => !taken.has(`${prefix}${name}`))
      const [near] = nearest(resource.slice(prefix.length), [...new Set(others)])
      const found = `${resource} is made by none of the policies given`
      const fix =
        near === undefined
          ? 'Give its policy too, or name the resource of one that is there'
          : `Did you mean ${prefix}${near}?`
      const options = { on: network, reason: 'FieldValueNotFound' } as const
      report(network.annotation(foreignAnnotations.resourceName), found, fix, options)
    }
  },
})

/** A placeholder of a template, like `${RESOURCE}`, can become any name. */
function isFilledIn(text: string): boolean {
  return /^[\w./-]+$/.test(text)
}
