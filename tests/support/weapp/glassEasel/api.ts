interface Options {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
  [option: string]: unknown
}

/** An API as the base library has them: callbacks when there are any, else a promise. */
export const api =
  (name: string, work: (options: Options) => unknown = () => ({})) =>
  (options: Options = {}) => {
    const result = Promise.resolve()
      .then(() => work(options))
      .then(given => ({ errMsg: `${name}:ok`, ...(given as object) }))
    if (!options.success && !options.fail) return result
    result.then(options.success, (error: Error) =>
      options.fail?.({ errMsg: `${name}:fail ${error.message}` }),
    )
    return undefined
  }
