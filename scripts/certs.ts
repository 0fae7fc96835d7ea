// npm run certs: a certificate for localhost, to try things out with. See certs/README.md.
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { makeAuthority } from '../src/certs/authority.ts'
import { localNames } from '../src/certs/server-name.ts'

const folder = fileURLToPath(new URL('../certs/', import.meta.url))
const now = new Date()
const authority = await makeAuthority(now)
const pair = await authority.issue(localNames, now)

await write('ca.pem', authority.cert, 0o644)
await write('tls-cert.pem', pair.cert, 0o644)
await write('tls-key.pem', pair.key, 0o600)

process.stdout.write(
  [
    `certs/ca.pem, certs/tls-cert.pem and certs/tls-key.pem are for ${localNames.join(', ')}, until ${pair.notAfter.toISOString()}.`,
    'The key of the authority is not kept: every run makes a new one. Serve with them:',
    '',
    '  dist/bond-injector.mjs serve --manifests examples/openshift --listen 127.0.0.1:8443 \\',
    '    --tls-cert certs/tls-cert.pem --tls-key certs/tls-key.pem',
    '',
    'and have clients trust the authority:',
    '',
    "  curl --cacert certs/ca.pem -H 'Content-Type: application/json' --data @review.json https://localhost:8443/mutate/pods",
    '',
  ].join('\n'),
)

/** Made anew, since a file that is written over keeps its mode. */
async function write(name: string, text: string, mode: number): Promise<void> {
  await rm(`${folder}${name}`, { force: true })
  await writeFile(`${folder}${name}`, text, { mode })
}
