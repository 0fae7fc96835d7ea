import type { LintFinding } from '../lint/lint-finding.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import { SourceText } from '../source-text.ts'
import { findingKey, findingKeys, type Objections, objections } from './changed-findings.ts'
import { EditHistory } from './edit-history.ts'
import type { FixedFile, FixOptions } from './fix-manifests.ts'
import { isAsked, proposals } from './proposals.ts'
import type { Refused, Repair } from './repair.ts'
import { tell, type Told } from './told.ts'

/** What one repair brings to light another may mend, but not for ever. */
const mostRounds = 100

/** Mends round by round: what can be read is judged, and what can be mended safely is. */
export class Fixer {
  readonly fixed: LintFinding[] = []
  onRequest = 0
  readonly #options: FixOptions
  readonly #problems: ManifestFiles['problems']
  readonly #refused = new Map<string, Refused>()
  #texts: ReadonlyMap<string, EditHistory>
  #told: Told

  constructor({ files, problems }: ManifestFiles, options: FixOptions) {
    this.#options = options
    this.#problems = problems
    this.#texts = new Map(files.map(({ file, text }) => [file, new EditHistory(text)]))
    this.#told = tell(this.manifests, options)
  }

  get manifests(): ManifestFiles {
    const files = [...this.#texts].map(([file, { text }]) => ({ file, text }))
    return { files, problems: this.#problems }
  }

  get files(): readonly FixedFile[] {
    return [...this.#texts].map(([file, { original, text, edits }]) => ({ file, before: original, after: text, edits }))
  }

  /** Without what another repair has mended as well. */
  get refused(): readonly Refused[] {
    const left = findingKeys(this.#told, this.#options.namespace)
    return [...this.#refused.values()].filter(({ finding }) => left.has(findingKey(finding)))
  }

  run(): void {
    for (let round = 0; round < mostRounds; round += 1) {
      const repairs = this.#wanted()
      if (repairs.length === 0) return
      this.#round(repairs)
    }
  }

  /** Of the first kind for which there is any. */
  #wanted(): readonly Repair[] {
    this.onRequest = 0
    const repairs: Repair[] = []
    for (const proposal of proposals(this.#told, this.#options.namespace)) {
      if (proposal.kind === 'refused') this.#refuse(proposal.finding, proposal.reason)
      else if (this.#isRefused(proposal.repair)) continue
      else if (!this.#options.missing && proposal.repair.findings.some(isAsked)) this.onRequest += 1
      else repairs.push(proposal.repair)
    }
    return apart(repairs.filter(({ kind }) => kind === repairs[0]?.kind))
  }

  /** Makes the repairs, without those that something speaks against. */
  #round(wanted: readonly Repair[]): void {
    let repairs = wanted
    while (repairs.length > 0) {
      const texts = withEdits(this.#texts, repairs)
      const files = [...texts].map(([file, { text }]) => ({ file, text }))
      const told = tell({ files, problems: this.#problems }, this.#options)
      const against = objections(repairs, this.#told, told, this.#options.namespace)
      if (against.byRepair.size === 0 && against.unattributed === undefined) {
        for (const { findings } of repairs) this.fixed.push(...findings.map(finding => this.#placed(finding)))
        this.#texts = texts
        this.#told = told
        return
      }
      const refused = toBlame(repairs, against)
      for (const [{ findings }, reason] of refused) for (const each of findings) this.#refuse(each, reason)
      // Of several that may be to blame one is tried alone, and the others in the next round.
      repairs = refused.size > 0 ? repairs.filter(repair => !refused.has(repair)) : repairs.slice(0, 1)
    }
  }

  #refuse(finding: LintFinding, reason: string): void {
    const placed = this.#placed(finding)
    const key = refusalKey(placed)
    if (!this.#refused.has(key)) this.#refused.set(key, { finding: placed, reason })
  }

  #isRefused({ findings }: Repair): boolean {
    return findings.some(finding => this.#refused.has(refusalKey(this.#placed(finding))))
  }

  /** The finding where it stood in the author's file. */
  #placed(finding: LintFinding): LintFinding {
    const history = finding.line > 0 ? this.#texts.get(finding.file) : undefined
    if (!history) return finding
    const offset = new SourceText('', history.text).lineStart(finding.line) + finding.column - 1
    return { ...finding, ...new SourceText('', history.original).positionAt(history.originalOffset(offset)) }
  }
}

/** What surely is, where there are several: what has no object can be mistaken for another of its file. */
function toBlame(repairs: readonly Repair[], { byRepair, unattributed }: Objections): ReadonlyMap<Repair, string> {
  const [only, ...others] = repairs
  if (only && others.length === 0) return new Map([[only, byRepair.get(only) ?? unattributed ?? '']])
  return new Map([...byRepair].filter(([{ findings }]) => findings.every(({ object }) => object !== null)))
}

/** Of a finding where it stood in the author's file: two of one file can be alike but for that. */
function refusalKey(finding: LintFinding): string {
  return `${findingKey(finding)}\n${finding.line}:${finding.column}`
}

/** One repair of an object or document at a time. */
function apart(repairs: readonly Repair[]): readonly Repair[] {
  const taken = new Set<string>()
  return repairs.filter(({ file, around }) => {
    const key = `${file}\n${around.start}`
    const free = !taken.has(key)
    taken.add(key)
    return free
  })
}

function withEdits(texts: ReadonlyMap<string, EditHistory>, repairs: readonly Repair[]): Map<string, EditHistory> {
  const edited = new Map(texts)
  for (const [file, history] of texts) {
    const edits = repairs.filter(repair => repair.file === file).flatMap(repair => repair.edits)
    if (edits.length > 0) edited.set(file, history.edited(edits.toSorted((a, b) => a.offset - b.offset)))
  }
  return edited
}
