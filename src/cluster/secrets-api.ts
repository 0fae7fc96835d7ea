/** A Secret as it was read. */
export interface WireSecret {
  /** Decoded, as text. */
  readonly data: Readonly<Record<string, string>>
  /**
   * Writes these keys, and leaves the other ones and everything else of the Secret alone.
   *
   * @returns `conflict` where somebody has written or deleted it since it was read: then nothing was written
   */
  replace(data: Readonly<Record<string, string>>): Promise<'written' | 'conflict'>
}

/** What the certificates need of an API server: one Secret, that somebody else creates. All rejects with an `ApiFailure`. */
export interface SecretsApi {
  /** undefined: it is not there. */
  get(namespace: string, name: string): Promise<WireSecret | undefined>
}
