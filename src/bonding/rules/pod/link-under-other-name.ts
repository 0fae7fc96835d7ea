import { foreignAnnotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { elementText } from './pasted-text.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'link-under-other-name',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'a link network is attached under the name that the bond gives the link',
  why: 'Bond CNI looks for its links by name. A second attachment of the same network beside the one under another name is probably not what the author means, so it is not added.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:104-135'],
  examples: {
    bad: [
      'sriovnet1@net1,sriovnet2@second',
      '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"b"}]',
    ],
    good: ['sriovnet1@net1,sriovnet2@net2'],
  },
  check(pod, report) {
    for (const { link, bond, element } of problemsOf(pod, 'link-under-other-name')) {
      const attachment = pod.attachments[element.index]
      const network = networkText(element, pod.pod.namespace)
      const bondText = networkText(bond.reference, pod.pod.namespace)
      report(
        annotationPlace(foreignAnnotations.networks, element.span),
        `${network} is attached as ${element.interface}, but ${bondText} looks for it as ${link}`,
        `Write ${attachment ? elementText(pod, attachment, link) : `${network}@${link}`}`,
        { reveals: [bond] },
      )
    }
  },
})
