import { say } from './say.mjs'

const least = [20, 11]

/** Ends with one clear line when this Node is too old. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  say(`Node ${least.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`)
  process.exit(1)
}
