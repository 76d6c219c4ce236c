import { useCallback, useRef, useState } from 'react'
import { type PlateLine, plateService } from '../../../contract/plate'
import type { OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { CloudError } from '../../cloud/CloudError'

type Listed = OutputOf<typeof plateService, 'list'>

const { list } = client(plateService)

/** The areas below one with their plates, page after page, and which of them are chosen. */
export const usePlates = () => {
  const [areaId, setAreaId] = useState<string>()
  const called = useCall<Listed>(() => list({ ...(areaId && { areaId }) }))
  const { data, show } = called
  // Making goes on while the list grows.
  const latest = useRef(data)
  latest.current = data
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<CloudError>()

  const ask = useCallback(async (input: Parameters<typeof list>[0], take: (answer: Listed) => void) => {
    try {
      take(await list(input))
      setProblem(undefined)
    } catch (error) {
      setProblem(error instanceof CloudError ? error : new CloudError('internal', '出了点问题，请再试一次。'))
    }
  }, [])
  const open = (id: string) =>
    ask({ areaId: id }, answer => {
      setAreaId(id)
      setChosen([])
      show(answer)
    })
  const more = () =>
    data?.next
      ? ask({ areaId: data.area.id, cursor: data.next }, answer =>
          show({ ...answer, lines: [...data.lines, ...answer.lines] }),
        )
      : Promise.resolve()
  /** Puts what came back of some lines into the list. */
  const put = (lines: readonly PlateLine[]) => {
    const now = latest.current
    if (!now) return
    const byId = new Map(lines.map(line => [line.area.id, line]))
    show({ ...now, lines: now.lines.map(line => byId.get(line.area.id) ?? line) })
  }
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  return { ...called, problem, open, more, put, chosen, toggle, choose: setChosen }
}
