import { recall, remember } from '../../platform/storage'

const key = 'homeGrid'

/** The grid this phone remembers as home; a stranger may look around without an account. */
export const homeGrid = (): string | undefined => recall<string>(key)

export const rememberHomeGrid = (gridId: string): void => remember(key, gridId)
