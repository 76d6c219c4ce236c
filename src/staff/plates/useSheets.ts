import { useRef, useState } from 'react'
import { issuedMost, type PlateLine, plateService } from '../../../contract/plate'
import { printedMost, printService } from '../../../contract/print'
import type { InputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'
import { newToken } from '../../platform/token'

const { issue } = client(plateService)
const { plates: print } = client(printService)

export type SheetFormat = InputOf<typeof printService, 'plates'>['format']

export interface SheetFile {
  url: string
  fileName: string
}

interface Making {
  /** How much of it is done, in words; absent when nothing is going on. */
  progress?: string
  error?: CloudError
  files: SheetFile[]
  /** Characters to be written in by hand. */
  missing: string
}

const nothing: Making = { files: [], missing: '' }

/**
 * Makes plates and their sheets in portions, so that hundreds are no different from one. What failed is made when it is
 * begun again: plates that are ready cost nothing.
 */
export const useSheets = (onIssued: (lines: PlateLine[]) => void) => {
  const [state, setState] = useState<Making>(nothing)
  const busy = useRef(false)

  const make = async (areaIds: readonly string[], perPage: number, format: SheetFormat): Promise<void> => {
    if (busy.current) return
    busy.current = true
    const files: SheetFile[] = []
    const missing = new Set<string>()
    const tell = (progress?: string, error?: CloudError) =>
      setState({
        files: [...files],
        missing: [...missing].join(''),
        ...(progress && { progress }),
        ...(error && { error }),
      })
    try {
      const lines: PlateLine[] = []
      for (const portion of portions(areaIds, issuedMost)) {
        tell(`正在做牌子：${lines.length} / ${areaIds.length}`)
        lines.push(...(await issue({ areaIds: portion, token: await newToken() })).lines)
        onIssued(lines)
      }
      const problem = lines.find(line => !line.ready)?.problem
      if (problem) return tell(undefined, new CloudError('busy', problem))
      // Whole sheets: a portion that ends in the middle of one would leave it half empty.
      const each = Math.floor(printedMost / perPage) * perPage
      let done = 0
      for (const portion of portions(areaIds, each)) {
        tell(`正在排版：${done} / ${areaIds.length}`)
        const printed = await print({ areaIds: portion, perPage, format })
        files.push(...printed.files)
        for (const character of printed.missing ?? '') missing.add(character)
        done += portion.length
      }
      tell()
    } catch (error) {
      tell(
        undefined,
        error instanceof CloudError
          ? error
          : new CloudError('internal', '出了点问题，请再点一次，做好的不会重做。'),
      )
    } finally {
      busy.current = false
    }
  }
  return { ...state, make, clear: () => setState(nothing) }
}

const portions = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
