import { type Fields, fieldsOf } from './json-fields.ts'
import type { NetworkKey } from './network-key.ts'

/** A SriovNetworkNodePolicy, as far as a bond depends on it: which virtual functions a device resource is made of. */
export interface SriovPolicy {
  readonly reference: NetworkKey
  /** Without the prefix that the operator puts before it. */
  readonly resourceName: string
  /** On each port that it selects. undefined: not given, or no number. */
  readonly numVfs: number | undefined
  /** Bytes. undefined: the virtual functions keep what they have, normally 1500. */
  readonly mtu: number | undefined
  /** `''` where it is not given, as with the next two. */
  readonly deviceType: string
  readonly linkType: string
  readonly eSwitchMode: string
  /** All of them must match. */
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly nics: NicSelector
}

/** What is given must match, all of it. */
export interface NicSelector {
  readonly vendor: string
  readonly deviceID: string
  readonly pfNames: readonly PortRange[]
  /** PCI addresses of physical functions. */
  readonly rootDevices: readonly string[]
}

/** An entry `ens1f0` or `ens1f0#0-3` of `pfNames`. */
export interface PortRange {
  readonly port: string
  /** Indices of virtual functions, both inclusive; undefined: all of the port. */
  readonly range: { readonly first: number; readonly last: number } | undefined
}

/**
 * Reads a policy. A field of the wrong type is as good as absent: the API server refuses it, in better words.
 *
 * @param namespace for objects that name none
 * @returns undefined for what has no name or names no resource, like one layer of kustomize that changes another
 */
export function readSriovPolicy(object: unknown, namespace: string): SriovPolicy | undefined {
  const { metadata, spec } = fieldsOf(object) ?? {}
  const [meta, fields] = [fieldsOf(metadata) ?? {}, fieldsOf(spec) ?? {}]
  const name = text(meta, 'name')
  const resourceName = text(fields, 'resourceName')
  if (name === '' || resourceName === '') return undefined
  return {
    reference: { namespace: text(meta, 'namespace') || namespace, name },
    resourceName,
    numVfs: whole(fields, 'numVfs'),
    mtu: whole(fields, 'mtu') || undefined,
    deviceType: text(fields, 'deviceType'),
    linkType: text(fields, 'linkType'),
    eSwitchMode: text(fields, 'eSwitchMode'),
    nodeSelector: textsByKey(fieldsOf(fields['nodeSelector']) ?? {}),
    nics: readNics(fieldsOf(fields['nicSelector']) ?? {}),
  }
}

function readNics(fields: Fields): NicSelector {
  return {
    vendor: text(fields, 'vendor'),
    deviceID: text(fields, 'deviceID'),
    pfNames: texts(fields['pfNames']).map(portRange),
    rootDevices: texts(fields['rootDevices']),
  }
}

/** What is no range is refused by the operator's webhook (pkg/webhook/validate.go), and taken for a name here. */
function portRange(entry: string): PortRange {
  const [, port, first, last] = /^([^#]+)#(\d+)-(\d+)$/.exec(entry) ?? []
  if (port === undefined) return { port: entry, range: undefined }
  return { port, range: { first: Number(first), last: Number(last) } }
}

function text(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : ''
}

function whole(fields: Fields, key: string): number | undefined {
  const value = fields[key]
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

function textsByKey(fields: Fields): ReadonlyMap<string, string> {
  return new Map(Object.keys(fields).map(key => [key, text(fields, key)]))
}
