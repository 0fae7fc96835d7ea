import { networkText, type NetworkKey } from '../../network-key.ts'

/** What is wrong with a network whose namespace a setting leaves out. That it does not exist would be a guess. */
export function leftOutText(wanted: NetworkKey): string {
  return `bond-injector does not read the networks of namespace ${wanted.namespace}, and so cannot find ${networkText(wanted)}`
}

/** For the author, who can choose another network, and for the operator, who can change the setting. */
export function leftOutFix({ namespace }: NetworkKey): string {
  return `Name a network of a namespace that it reads, or add --watch-namespace ${namespace} to its settings`
}
