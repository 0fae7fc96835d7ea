import type { Severity } from '../../../bonding/finding.ts'
import { rules } from '../../../bonding/rules/catalogue.ts'
import type { AnyRule } from '../../../bonding/rules/rule.ts'
import type { LintFinding } from '../lint-finding.ts'

/** A `reportingDescriptor`. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string }
  readonly defaultConfiguration: { readonly level: Severity; readonly enabled?: boolean }
  readonly properties: { readonly tags: readonly string[] }
}

/** Every rule that can speak about a file, and what of these files could not be read. */
export function sarifRules(findings: readonly LintFinding[]): readonly SarifRule[] {
  const ofFiles = rules.filter(({ object }) => object !== 'admitted-pod').map(ofCatalogue)
  const causes = new Set(findings.filter(({ certainty }) => certainty === null).map(({ rule }) => rule))
  return [...ofFiles, ...[...causes].map(ofCause)]
}

function ofCatalogue({ id, summary, why, sources, severity, off, object, certainty }: AnyRule): SarifRule {
  const help = [`${summary}.`, why, ...(sources.length > 0 ? [`Sources: ${sources.join('; ')}.`] : [])].join('\n\n')
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: help },
    defaultConfiguration: { level: severity, ...(off && { enabled: false }) },
    properties: { tags: [object, certainty] },
  }
}

function ofCause(id: string): SarifRule {
  const text = `the file can be read as kubectl reads it (${id})`
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: 'What cannot be read is not judged.' },
    help: { text: 'What cannot be read is not judged. The message says what to change.' },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['file'] },
  }
}
