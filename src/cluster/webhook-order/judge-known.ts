import { annotations, foreignAnnotations } from '../../bonding/keys.ts'
import { judgeResourcesInjector } from './judge-resources-injector.ts'
import type { KnownWebhook } from './known-webhook.ts'
import { doubtful, fine, type Remark, type Situation } from './remark.ts'

const judges: Readonly<Record<KnownWebhook, (situation: Situation) => Remark>> = {
  'network-resources-injector': judgeResourcesInjector,
  kubemacpool: judgeKubemacpool,
  istio: judgeIstio,
  linkerd: judgeLinkerd,
  pepr: situation => judgePolicies(situation, 'Pepr', 'its modules'),
  kyverno: situation => judgePolicies(situation, 'Kyverno', 'its mutate rules'),
  gatekeeper: judgeGatekeeper,
}

/** What a known webhook and ours do to each other. */
export function judgeKnown(known: KnownWebhook, situation: Situation): Remark {
  return judges[known](situation)
}

/** It reads JSON lists only, keeps their order, and gives each element a MAC address (pkg/pool-manager/pod_pool.go). */
function judgeKubemacpool({ configuration, called }: Situation): Remark {
  const who = `kubemacpool (${configuration})`
  if (called === 'before') {
    return fine(
      `${who} is called before bond-injector: the links get no MAC addresses from its pool; if they should, give the configuration of bond-injector a name that sorts before it`,
    )
  }
  return fine(
    `${who} ${calls(called)}: where the author's list is JSON, it gives each network a MAC address, links and bond too, and keeps the order; a comma list it leaves alone`,
  )
}

/** Its template sets default-container; with Multus it attaches istio-cni (pkg/kube/inject/template.go). */
function judgeIstio({ configuration, called }: Situation): Remark {
  const who = `Istio (${configuration})`
  if (called === 'after') {
    return fine(`${who} ${calls(called)}: its container comes behind, and so does istio-cni, where it attaches that`)
  }
  return doubtful(
    `${who} ${calls(called)}: where it attaches istio-cni by Multus (as on OpenShift), that takes the interface net1, and pods whose bond needs it are refused`,
    `If it does, give the configuration of bond-injector a name that sorts before ${configuration}; otherwise nothing needs to be done`,
  )
}

/** Its container comes first, if not told otherwise (annotation config.linkerd.io/proxy-await). */
function judgeLinkerd({ configuration, called }: Situation): Remark {
  const who = `Linkerd (${configuration})`
  if (called === 'after') return fine(`${who} ${calls(called)}: its container gets no devices`)
  return fine(
    `${who} ${calls(called)}, and its container may come first; devices go to the container that ${annotations.container} or ${foreignAnnotations.defaultContainer} names, else to the first`,
  )
}

/** Where it is not called after us alone, ours sees what it did. */
function judgePolicies({ configuration, called }: Situation, program: string, what: string): Remark {
  const who = `${program} (${configuration})`
  if (called === 'before') {
    return fine(`${who} ${calls(called)}: ${what} do not see the links, and bond-injector sees what they did`)
  }
  return fine(
    `${who} ${calls(called)}: ${what} see the links and may change them, or add devices; /validate/pods tells`,
  )
}

/** AssignMetadata adds annotations and changes none that exists (Gatekeeper documentation, Mutation). */
function judgeGatekeeper({ configuration, called }: Situation): Remark {
  const who = `Gatekeeper (${configuration})`
  if (called === 'before') return fine(`${who} ${calls(called)}: bond-injector sees what its mutators did`)
  return fine(
    `${who} ${calls(called)}: its mutators cannot change the networks annotation, but device requests; /validate/pods tells`,
  )
}

function calls(called: Situation['called']): string {
  if (called === 'twice') return 'is called before bond-injector and once more after it'
  return `is called ${called} bond-injector`
}
