/** An error as the service sends it: `{code, message}` beside HTTP 200. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'ServiceError'
  }
}

/** A write or query the database refuses, in the service's own frame. */
export const databaseError = (message: string): ServiceError =>
  new ServiceError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

/** A write that a document refuses, in the frame of MongoDB's list of write errors. */
export const writeError = (message: string): ServiceError =>
  databaseError(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`)
