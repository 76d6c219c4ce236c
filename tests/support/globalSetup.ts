import { startLocalCloud, type LocalCloudProcess } from './startLocalCloud'

declare global {
  var localCloudOfThisRun: LocalCloudProcess | undefined
}

/** Starts the one local cloud of a test run; workers find it through `LOCAL_CLOUD_URL`. */
const globalSetup = async () => {
  const cloud = await startLocalCloud()
  globalThis.localCloudOfThisRun = cloud
  process.env.LOCAL_CLOUD_URL = cloud.url
}

export default globalSetup
