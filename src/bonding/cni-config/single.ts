import { absentText, type ConfigText, injectPlugin, type LibcniNetwork } from './plugin.ts'
import { configProblem, quoted } from './problem.ts'
import { configPath, type ConfigSource, placeOf } from './source.ts'
import type { pluginConf } from './structs.ts'
import type { Decoding, GoValue } from '../go-decode.ts'

/**
 * A config with a `type`: libcni takes type, name and cniVersion as its struct holds them, i.e. the last spelling in the
 * text wins, writes name and version under their exact keys, and only then reads the sorted object once more.
 */
export function readSingle(source: ConfigSource, conf: Decoding<GoValue<typeof pluginConf>>): LibcniNetwork {
  const { map, written, text } = source
  const [type, name, cniVersion] = (['type', 'name', 'cniVersion'] as const).map(key => structText(conf, key))
  const injected = { name: name ?? absentText('name'), cniVersion: cniVersion ?? absentText('cniVersion') }
  const plugin = injectPlugin({ written, map, path: configPath }, injected)
  const executed = { ...plugin, type: conf.value.type, typePlace: type?.place ?? plugin.typePlace }
  // `"type": "bond", "type": null` keeps its value in a struct and loses it in a map.
  const lost = configProblem({
    kind: 'plugin-without-type',
    by: 'libcni',
    ...plugin.typePlace,
    upstream: "error parsing configuration: missing 'type'",
    ...(plugin.typePlace.span && { found: quoted(text, plugin.typePlace.span) }),
  })
  return { name, cniVersion, plugins: [executed], problems: plugin.type === '' ? [lost] : [] }
}

function structText(
  conf: Decoding<GoValue<typeof pluginConf>>,
  key: 'type' | 'name' | 'cniVersion',
): ConfigText | undefined {
  if (conf.mismatches.some(({ path }) => path[0] === key)) return undefined
  const origin = conf.origin([key])
  return { value: conf.value[key], place: placeOf([...configPath, origin?.key?.value ?? key], origin?.node) }
}
