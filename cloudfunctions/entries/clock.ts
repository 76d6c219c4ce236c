import { run } from '../clock/run'

export const main = run
