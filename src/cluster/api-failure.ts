/** The API server refused, or could not be reached (no status). The message is for an operator. */
export class ApiFailure extends Error {
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
  }
}
