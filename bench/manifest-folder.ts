import { mkdir, writeFile } from 'node:fs/promises'
import type { NetworkAttachmentDefinition } from '../src/bonding/network.ts'
import { manifestText } from './network-definitions.ts'

const documentsEach = 50

/** Writes the definitions as people keep them: files of many documents. Returns the folder. */
export async function writeManifests(
  definitions: readonly NetworkAttachmentDefinition[],
  folder: string,
): Promise<string> {
  await mkdir(folder)
  for (let first = 0; first < definitions.length; first += documentsEach) {
    const name = `networks-${first / documentsEach}.yaml`
    await writeFile(`${folder}/${name}`, manifestText(definitions.slice(first, first + documentsEach)))
  }
  return folder
}
