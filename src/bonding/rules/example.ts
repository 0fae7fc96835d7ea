/**
 * A network attachment definition as an example of a rule: the text of its config, or only the members that differ from
 * the usual one (`"mode": "balance-rr"`), or more where the config is not the point.
 */
export type NetworkExample =
  | string
  | {
      readonly with?: string
      /** Keys that are left out of the usual config. */
      readonly without?: readonly string[]
      /** The whole config. */
      readonly config?: string
      readonly annotations?: Readonly<Record<string, string>>
    }

/**
 * A pod as an example of a rule: the text of its networks annotation, or more.
 *
 * Unless it says otherwise it is the pod of the OpenShift page, in namespace demo, labelled `bond-net1`, beside the
 * networks sriovnet1, sriovnet2 and bond-net1.
 */
export type PodExample =
  | string
  | {
      readonly networks?: string
      /** null: the pod has no label. */
      readonly label?: string | null
      readonly annotations?: Readonly<Record<string, string>>
      /** Merged into the pod's spec. */
      readonly spec?: Readonly<Record<string, unknown>>
      /** Networks besides, or instead of, the usual ones, by `name` or `namespace/name`; null: it is not there. */
      readonly definitions?: Readonly<Record<string, NetworkExample | null>>
      readonly settings?: {
        readonly discovery?: boolean
        readonly devices?: 'add' | 'leave'
        /** Severities, as a site sets them with `--rule`. */
        readonly rules?: Readonly<Record<string, 'off' | 'warning'>>
      }
    }

/** What another webhook made of the completed pod of the OpenShift page, as an example of a rule. */
export interface AdmittedPodExample {
  /** The networks annotation; null: taken out. */
  readonly networks?: string | null
  /** null: the status annotation was taken out. */
  readonly status?: null
  /** What the container requests, and its limits. */
  readonly devices?: Readonly<Record<string, string>>
  /** Of an update: the networks annotation until now. */
  readonly before?: string
}
