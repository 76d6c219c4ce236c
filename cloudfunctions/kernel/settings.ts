/** A setting that deployment must give, from the function's environment variables. Throws when it is missing. */
const required = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is not set: see docs/deploy.md.`)
  return value
}

export const settings = {
  /** Secret mixed into every account id, so that ids cannot be traced back to WeChat accounts. Never change it. */
  pepper: () => required('LINGE_PEPPER'),
  /** Signs the codes of notice plates. Changing it makes every plate that hangs a forged one. */
  plateKey: () => required('LINGE_PLATE_KEY'),
  /** Check every stored document and every answer against its schema: on in tests and on the local cloud. */
  checked: () => process.env.LINGE_CHECKED === '1',
}
