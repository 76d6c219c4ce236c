import type { Views } from '../gateway/consoleViews'
import type { Cloud } from './cloud'

/** A part of the console: its cards. What stands in the address after its name is passed on. */
export type View = (
  cloud: Cloud,
  overview: Views['overview'],
  path: string[],
) => HTMLElement[] | Promise<HTMLElement[]>
