import { withDefault } from './flag.ts'
import { oneOf } from './flag-values.ts'

/** What a site decides about the endpoints beside /mutate/pods. */
export const admissionFlags = {
  'network-refusals': withDefault(
    {
      value: 'runtime|documented',
      help: 'What /validate/networks refuses: what Multus and the plugins refuse themselves, or every error of the rules. The rest is a warning.',
      fallback: 'runtime',
    },
    oneOf('runtime', 'documented'),
  ),
  'workload-verdicts': withDefault(
    {
      value: 'warn|refuse',
      help: 'What /validate/workloads does with a workload whose pods would be refused.',
      fallback: 'warn',
    },
    oneOf('warn', 'refuse'),
  ),
}
