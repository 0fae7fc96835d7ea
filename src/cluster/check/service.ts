import type { Trouble } from './answer.ts'
import type { Evidence } from './evidence.ts'

/** What is wrong with the Service in front of us, as far as it could be read. */
export function serviceTrouble({ service }: Evidence): Trouble | undefined {
  if (!service || service.facts.kind === 'unread') return undefined
  const name = `${service.namespace}/${service.name}`
  if (service.facts.kind === 'absent') {
    return {
      problem: `there is no Service ${name}`,
      fix: 'Install bond-injector there, or correct clientConfig.service of the mutating webhook configuration',
    }
  }
  const { isAlias, readyEndpoints } = service.facts.value
  if (isAlias || readyEndpoints.kind !== 'found' || readyEndpoints.value > 0) return undefined
  return {
    problem: `Service ${name} has no ready endpoints`,
    fix: 'See whether the pods of bond-injector run and are ready (/readyz says why not), and whether the selector of the Service fits them',
  }
}

/** What is known of a Service with which nothing is wrong; `unknown` says that nothing is. */
export function serviceFact({ service, webhooks }: Evidence): { readonly fact: string; readonly unknown?: true } {
  if (!service) {
    const url = webhooks.kind === 'found' ? webhooks.value.find(webhook => webhook.url !== undefined)?.url : undefined
    const why = url === undefined ? 'not known which: name it with --service NAMESPACE/NAME' : `none: ${url} is called`
    return { fact: why, unknown: true }
  }
  const name = `${service.namespace}/${service.name}`
  if (service.facts.kind !== 'found') {
    const why = service.facts.kind === 'unread' ? service.facts.reason : 'there is none'
    return { fact: `${name} could not be read (${why})`, unknown: true }
  }
  const { isAlias, readyEndpoints } = service.facts.value
  if (isAlias) return { fact: `${name} is there, and gives another host's name` }
  if (readyEndpoints.kind !== 'found') return { fact: `${name} is there; its endpoints could not be read` }
  return { fact: `${name} has ${readyEndpoints.value} ready endpoint${readyEndpoints.value === 1 ? '' : 's'}` }
}
