const isX64 = process.arch === 'x64'

/** Tests that need WeChat's compilers, which are programs for x64: skipped by that name on other machines. */
export const onX64 = (name: string, tests: () => void): void =>
  isX64
    ? describe(name, tests)
    : describe.skip(`${name}: not run on this machine (WeChat’s compilers need x64)`, tests)
