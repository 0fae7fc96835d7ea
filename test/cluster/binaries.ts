import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { goBuild, requireGo, type GoSurroundings } from './go-build.ts'

/** Absolute paths of the programs that the cluster tests run. */
export interface Binaries {
  readonly etcd: string
  readonly kubeApiserver: string
  readonly kubeControllerManager: string
  readonly kubectl: string
  /** Says what the programs around this one make of a text. */
  readonly neighbours: string
  readonly helm: string
}

export interface BinariesOptions extends Partial<GoSurroundings> {
  /** Where built binaries are kept. */
  readonly cache?: string
}

interface Build {
  readonly sources: Readonly<Record<string, Source>>
  readonly folder: string
  readonly linkerFlags: string
  /** The folder of the Go module that names the packages. */
  readonly from: string
}

interface Source {
  readonly package: string
  /** What `go build` calls the binary, where that is not its name here. */
  readonly builtAs?: string
}

const module = import.meta.dirname
/** helm stands on other versions of Kubernetes' libraries than the control plane: a module of its own. */
const chartModule = join(module, '..', 'chart')
const controlPlane: Readonly<Record<string, Source>> = {
  etcd: { package: 'go.etcd.io/etcd/server/v3', builtAs: 'server' },
  'kube-apiserver': { package: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  'kube-controller-manager': { package: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
  kubectl: { package: 'k8s.io/kubernetes/cmd/kubectl' },
}
const ownPrograms: Readonly<Record<string, Source>> = { neighbours: { package: './neighbours' } }
const chartPrograms: Readonly<Record<string, Source>> = { helm: { package: 'helm.sh/helm/v4/cmd/helm' } }

/**
 * Finds the binaries in the folder that KUBEBUILDER_ASSETS names and in the cache, and builds those that are missing
 * in both with Go (minutes, the first time). Throws one sentence where Go is missing or too old.
 */
export async function ensureBinaries(options: BinariesOptions = {}): Promise<Binaries> {
  const { environment = process.env, say = () => undefined, cache = join(module, '.bin'), signal } = options
  const surroundings = { environment, say, ...(signal && { signal }) }
  const assets = environment['KUBEBUILDER_ASSETS']
  const kubernetes = required('k8s.io/kubernetes')
  const versions = `kubernetes-${kubernetes}-etcd-${required('go.etcd.io/etcd/server/v3')}-${keyOf(['go.mod', 'go.sum'])}`
  const find = async (
    sources: Readonly<Record<string, Source>>,
    folder: string,
    linkerFlags: string,
    from = module,
  ) => {
    const inAssets = (name: string) => assets !== undefined && assets !== '' && existsSync(join(assets, name))
    const missing = Object.keys(sources).filter(name => !inAssets(name) && !existsSync(join(folder, name)))
    if (missing.length > 0) await build({ sources: pick(sources, missing), folder, linkerFlags, from }, surroundings)
    return (name: string) => (inAssets(name) && assets !== undefined ? join(assets, name) : join(folder, name))
  }
  const found = await find(controlPlane, join(cache, versions), `-s -w ${versionFlags(kubernetes)}`)
  const ownFiles = ['go.mod', 'go.sum', ...goFiles('neighbours')]
  const own = await find(ownPrograms, join(cache, `neighbours-${keyOf(ownFiles)}`), '-s -w')
  const helmKey = `helm-${required('helm.sh/helm/v4', chartModule)}-${keyOf(['go.mod', 'go.sum'], chartModule)}`
  const charts = await find(chartPrograms, join(cache, helmKey), '-s -w', chartModule)
  return {
    etcd: found('etcd'),
    kubeApiserver: found('kube-apiserver'),
    kubeControllerManager: found('kube-controller-manager'),
    kubectl: found('kubectl'),
    neighbours: own('neighbours'),
    helm: charts('helm'),
  }
}

/** Builds beside the folder and renames, so that a build that was broken off leaves nothing that looks complete. */
async function build({ sources, folder, linkerFlags, from }: Build, surroundings: GoSurroundings): Promise<void> {
  const names = Object.keys(sources)
  await requireGo(required('go', from), `build ${names.join(', ')} for the cluster tests`, surroundings.environment)
  surroundings.say(`building ${names.join(', ')} (the first time this takes minutes)`)
  mkdirSync(folder, { recursive: true })
  const output = mkdtempSync(`${folder}-`)
  try {
    const packages = Object.values(sources).map(source => source.package)
    await goBuild({ module: from, packages, linkerFlags, output }, surroundings)
    for (const [name, source] of Object.entries(sources)) {
      renameSync(join(output, source.builtAs ?? name), join(folder, name))
    }
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

/** Clients refuse the version that an unstamped build gives itself (`v0.0.0-master+$Format:%H$`). */
function versionFlags(version: string): string {
  const [major = '', minor = ''] = version.slice(1).split('.')
  return ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
    .flatMap(path => [`${path}.gitVersion=${version}`, `${path}.gitMajor=${major}`, `${path}.gitMinor=${minor}`])
    .map(setting => `-X ${setting}`)
    .join(' ')
}

/** The version that go.mod asks for; of `go` itself the oldest that will do. */
function required(path: string, from = module): string {
  const lines = readFileSync(join(from, 'go.mod'), 'utf8').split('\n')
  const version = lines
    .map(line => line.trim().split(' '))
    .find(([first, second]) => first === path && second !== undefined)?.[1]
  if (version === undefined) throw new Error(`go.mod of the cluster tests does not name ${path}`)
  return version
}

function keyOf(files: readonly string[], from = module): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files) hash.update(readFileSync(join(from, file)))
  return hash.digest('hex').slice(0, 8)
}

function goFiles(folder: string): string[] {
  const names = readdirSync(join(module, folder)).filter(name => name.endsWith('.go'))
  return names.sort().map(name => join(folder, name))
}

function pick<T>(from: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
}
