type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'

/** metav1.LabelSelector; one without any part selects everything. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly {
    readonly key: string
    readonly operator: string
    readonly values?: readonly string[]
  }[]
}

type Labels = Readonly<Record<string, string>>

const operators: Readonly<Record<Operator, (value: string | undefined, values: readonly string[]) => boolean>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  // Also without the label, as in apimachinery (pkg/labels/selector.go, Requirement.Matches).
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: value => value !== undefined,
  DoesNotExist: value => value === undefined,
}

/**
 * The first part of a selector that these labels do not meet, as one would say it; undefined where they meet all.
 *
 * @param areAll false: there may be labels that are not known, so only the keys of these labels are judged
 */
export function unmet(selector: LabelSelector, labels: Labels, areAll = true): string | undefined {
  const judged = (key: string) => areAll || Object.hasOwn(labels, key)
  const valueOf = (key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined)
  for (const [key, wanted] of Object.entries(selector.matchLabels ?? {})) {
    if (judged(key) && valueOf(key) !== wanted) return `${key}=${wanted}`
  }
  for (const { key, operator, values = [] } of selector.matchExpressions ?? []) {
    if (!judged(key) || !isOperator(operator) || operators[operator](valueOf(key), values)) continue
    return [key, operator, ...(values.length === 0 ? [] : [values.join(', ')])].join(' ')
  }
  return undefined
}

function isOperator(operator: string): operator is Operator {
  return Object.hasOwn(operators, operator)
}
