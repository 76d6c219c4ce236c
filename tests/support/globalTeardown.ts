import './globalSetup'

const globalTeardown = () => globalThis.localCloudOfThisRun?.stop()

export default globalTeardown
