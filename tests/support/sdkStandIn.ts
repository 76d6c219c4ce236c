/**
 * Stands where `wx-server-sdk` would be in jest: loading it is allowed, using it is not.
 * Handlers that talk to the cloud are tested as bundles on the local cloud, in `tests/cloud`.
 */
const refuse = (property: string) => () => {
  throw new Error(
    `wx-server-sdk: ${property}() was called inside jest; test it on the local cloud (tests/cloud)`,
  )
}

const sdk: Record<string, unknown> = new Proxy(
  { DYNAMIC_CURRENT_ENV: Symbol('DYNAMIC_CURRENT_ENV'), init: () => undefined },
  {
    get: (known: Record<string, unknown>, property) =>
      typeof property === 'symbol' || property === '__esModule'
        ? undefined
        : (known[property] ?? refuse(property)),
  },
)

module.exports = sdk
export {}
