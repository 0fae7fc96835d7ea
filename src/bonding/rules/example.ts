import type { Site } from '../site.ts'

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
      /** How many blanks stand before the config's last character: to print a long one would help nobody. */
      readonly blanks?: number
      readonly annotations?: Readonly<Record<string, string>>
      /** What the site knows, where it differs from the default. */
      readonly settings?: Partial<Site>
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
      readonly settings?: Partial<Site> & {
        readonly discovery?: boolean
        readonly devices?: 'add' | 'leave'
        /** Severities, as a site sets them with `--rule`. */
        readonly rules?: Readonly<Record<string, 'off' | 'warning'>>
      }
    }

/** A bond over sriovnet1 and sriovnet2, and the policies port0 and port1 that supply these, as an example of a rule. */
export interface SriovPolicyExample {
  /** What differs in the spec of a policy, or the spec of another one; null: it is not there. */
  readonly policies?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  /** The bond's config. */
  readonly bond?: NetworkExample
  /** A second bond over the same links. */
  readonly second?: NetworkExample
  /** The links of the bond by resource, where they differ from `openshift.io/port0` and `openshift.io/port1`. */
  readonly resources?: readonly [string, string]
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

/** A Deployment or a CronJob with labels and annotations in several places, as an example of a rule. */
export interface WorkloadExample {
  /** Default Deployment. */
  readonly kind?: 'CronJob'
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  /** The labels of a CronJob's jobs. */
  readonly jobLabels?: Readonly<Record<string, string>>
  /** The labels of the pods. */
  readonly templateLabels?: Readonly<Record<string, string>>
}
