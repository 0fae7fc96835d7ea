import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bondInjectorHere, type Ended } from '../cli/command-line.ts'
import { memberOf } from './json-member.ts'
import { manifestsToInject, networksToInject } from './manifests-to-inject.ts'
import { registeredInjector } from './registered-injector.ts'
import { podOfTemplate, serverDryRun } from './server-dry-run.ts'
import { sharedCluster } from './shared-cluster.ts'

const cluster = sharedCluster()
const namespace = 'inject-files'
const dryRun = (text: string) => serverDryRun(cluster, namespace, text)

const networks = networksToInject(namespace)
const folder = t.testdir({ 'networks.yaml': networks })

async function injected(text: string, format: string): Promise<Ended> {
  const file = join(folder, 'authored.yaml')
  writeFileSync(file, text)
  return bondInjectorHere(['inject', '-f', file, '-f', join(folder, 'networks.yaml'), '-n', namespace, '-o', format])
}

// What the API server makes of a file and of our text of it while it does not call us.
await cluster.createNamespace(namespace)
await cluster.installNetworkAttachmentDefinitionCrd()
await cluster.kubectl(['apply', '-f', '-'], { stdin: networks })
const withoutWebhook = []
for (const manifest of manifestsToInject(namespace)) {
  const [yaml, json] = [await injected(manifest.text, 'yaml'), await injected(manifest.text, 'json')]
  const own = yaml.code === 0 ? { yaml: await dryRun(yaml.stdout), json: await dryRun(json.stdout) } : undefined
  withoutWebhook.push({ ...manifest, yaml, own })
}
await registeredInjector(t, cluster, namespace)

for (const { name, text, yaml, own } of withoutWebhook) {
  t.test(`inject and the API server, the same: ${name}`, async t => {
    const server = await dryRun(text)
    if (own === undefined) {
      t.equal(yaml.code, 1)
      t.equal(yaml.stdout, '')
      t.equal(server.code, 1)
      t.strictSame(told(yaml, 'error'), server.refusals)
      return
    }
    // A mirror pod is refused by the API server itself.
    t.strictSame([own.yaml.code, own.yaml.refusals], [server.code, server.refusals], server.stderr)
    t.equal(own.yaml.objects.length > 0, own.yaml.refusals.length === 0, 'kubectl reads objects')
    t.strictSame(own.json.objects, own.yaml.objects, 'kubectl reads the same from both formats')
    t.equal(own.yaml.objects.length, server.objects.length)
    const again = await dryRun(yaml.stdout)
    t.strictSame(again.objects, own.yaml.objects, 'the webhook has nothing to add to what inject printed')
    for (const [index, object] of server.objects.entries()) {
      const kind = String(memberOf(object, 'kind'))
      const ours = own.yaml.objects[index]
      if (kind === 'Pod' || kind === 'Service') t.strictSame(ours, object, `${kind} ${index}`)
      else t.strictSame(await podsOf(ours), await podsOf(object), `the pods of the ${kind}`)
    }
    if (server.objects.every(object => memberOf(object, 'kind') === 'Pod'))
      t.strictSame(told(yaml, 'warning').map(withoutPlace), server.warnings.map(withoutPlace))
  })
}

/** What the API server makes of the pods of a workload, with the webhook. */
async function podsOf(workload: unknown): Promise<readonly unknown[]> {
  const { code, stderr, objects } = await dryRun(podOfTemplate(workload, 'of-template'))
  return code === 0 ? objects : [stderr]
}

/** A warning of the API server has room for 120 characters only, so that the webhook names the place in fewer words. */
function withoutPlace(warning: string): string {
  return warning.replace(/^.*?: /, '')
}

/** The findings that the command told, without their places, sorted. */
function told({ stderr }: Ended, severity: string): readonly string[] {
  const found = stderr.split('\n').flatMap(line => line.split(`: ${severity}: `)[1] ?? [])
  return [...new Set(found)].toSorted()
}
