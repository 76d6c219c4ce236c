import type { ImportFault } from '../../contract/importReport'
import type { ImportKind } from '../../contract/importTerms'
import { chinaInstant, dayKey } from '../time/china'
import { headerOf } from './columns'
import { type FaultCode, faultOf } from './faults'
import { hintFor } from './nearestWord'
import type { SheetRow } from './sheet'

/** Something with an id of ours and the word people use for it. */
export interface Word {
  id: string | number
  words: string
}

/** Reads the cells of one row and notes what is wrong with them; a wrong cell reads as undefined. */
export class Cells {
  constructor(
    private readonly kind: ImportKind,
    private readonly source: SheetRow,
    private readonly faults: ImportFault[],
  ) {}

  get row(): number {
    return this.source.row
  }

  /** Whether the file has the column at all. */
  has(key: string): boolean {
    return key in this.source.cells
  }

  /** What stands there; undefined for nothing. */
  raw(key: string): string | undefined {
    return this.source.cells[key] || undefined
  }

  /** Notes a fault of a cell. */
  fault(code: FaultCode, key: string, words: Record<string, string | number> = {}): undefined {
    const value = key === 'privatePhone' ? masked(this.raw(key)) : this.raw(key)
    this.faults.push(
      faultOf(code, {
        row: this.row,
        column: headerOf(this.kind, key),
        ...(value !== undefined && { value }),
        ...(this.source.cells.name && { name: this.source.cells.name }),
        words,
      }),
    )
    return undefined
  }

  /** A text of at most `most` characters. */
  text(key: string, most = 60): string | undefined {
    const value = this.raw(key)
    return value && value.length > most ? this.fault('tooLong', key, { most }) : value
  }

  /** A text that must be there. */
  required(key: string, most?: number): string | undefined {
    return this.raw(key) === undefined ? this.fault('missingCell', key) : this.text(key, most)
  }

  /** A city's number. Spreadsheets turn long ones into 4.40309E+14 and lose their end. */
  code(key: string): string | undefined {
    const value = this.raw(key)?.normalize('NFKC')
    if (value && /^\d(\.\d+)?E\+\d+$/i.test(value)) return this.fault('spoiltNumber', key)
    return value && value.length > 40 ? this.fault('tooLong', key, { most: 40 }) : value
  }

  /** One of our own ids. */
  id(key: string): string | undefined {
    const value = this.raw(key)
    return value && !/^[a-z][a-z0-9-]{2,47}$/.test(value) ? this.fault('badId', key) : value
  }

  /** A whole number from 0 on. */
  whole(key: string): number | undefined {
    const value = this.raw(key)?.normalize('NFKC')
    if (value === undefined) return undefined
    return /^\d{1,9}$/.test(value) ? Number(value) : this.fault('badNumber', key)
  }

  /** A number of degrees. */
  degrees(key: string): number | undefined {
    const value = this.raw(key)?.normalize('NFKC')
    if (value === undefined) return undefined
    return /^-?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : this.fault('badNumber', key)
  }

  /** The midnight in China at which a day begins, ms. */
  day(key: string): number | undefined {
    const value = this.raw(key)
    if (value === undefined) return undefined
    return dayOf(value) ?? this.fault(/^[2-6]\d{4}$/.test(value) ? 'dateSerial' : 'badDate', key)
  }

  /** A mobile, landline, 400 or short service number. */
  phone(key: string): string | undefined {
    const value = plainPhone(this.raw(key))
    if (value === undefined || isPhone(value)) return value
    return this.fault(/^[2-9]\d{8,10}$/.test(value) ? 'lostZero' : 'badPhone', key)
  }

  mobile(key: string): string | undefined {
    const value = plainPhone(this.raw(key))?.replace(/^(\+?86)?-?/, '')
    return value && !/^1\d{10}$/.test(value) ? this.fault('badMobile', key) : value || undefined
  }

  /** One of some words, by the word or its id; the id. */
  oneOf<T extends Word>(key: string, known: readonly T[]): T['id'] | undefined {
    const value = this.raw(key)
    if (value === undefined) return undefined
    const found = known.find(({ id, words }) => words === value || String(id) === value)
    const hint = () =>
      hintFor(
        value,
        known.map(({ words }) => words),
      )
    return found ? found.id : this.fault('unknownWord', key, { hint: hint() })
  }

  /** Several names, separated by 、 or their kind. */
  list(key: string): string[] | undefined {
    const names = (this.raw(key) ?? '').split(/[、;；|]/).map(name => name.trim())
    return names.some(Boolean) ? names.filter(Boolean) : undefined
  }
}

/** The midnight in China of a written day; undefined when it is none. */
export const dayOf = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  const [, y, m, d] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  if (!y || !m || !d) return undefined
  const at = chinaInstant(Number(y), Number(m), Number(d))
  // The 31st of a month that has none has rolled over.
  return dayKey(at) === `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` ? at : undefined
}

const plainPhone = (text: string | undefined): string | undefined =>
  text
    ?.normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/[—–－]/g, '-')

const phoneForms = [
  /^(\+?86-?)?1\d{10}$/,
  /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/,
  /^[48]00-?\d{3}-?\d{4}$/,
  /^[19]\d{2,5}$/,
]

const isPhone = (text: string): boolean => phoneForms.some(form => form.test(text))

/** A private phone as a report may show it. */
export const masked = (phone: string | undefined): string | undefined =>
  phone && (phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****')
