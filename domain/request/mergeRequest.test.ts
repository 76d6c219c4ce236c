import { hour } from '../time/china'
import { around, doing, first, kinds, merged, second, start, told } from './exampleMerged'
import { exampleRequest } from './exampleRequest'
import { acceptRequest, resolveRequest } from './handleRequest'
import { letGo, mergeRequest, takeIn, unmergeRequest } from './mergeRequest'
import type { Request } from './request'

it('takes it on and off the worklist, tells the reporter, and keeps every clock running', () => {
  const before = second()
  const [main, request] = merged(first(), before)
  expect(request).toMatchObject({ status: 'accepted', mergedInto: { id: 'r-first' }, openKey: undefined })
  expect(request.clocks.resolve).toEqual(before.clocks.resolve)
  expect(request.clocks.reply).toEqual(before.clocks.reply)
  expect(request.wakeAt).toBeDefined()
  expect(told(request, 'p-li').at(-1)).toContain('一起办')
  expect(main.merged).toEqual([{ id: 'r-second', no: request.no, reporterId: request.reporterId }])
  expect(takeIn(main, request, start)).toBe(main)
})

it('is undone without a trace but in history', () => {
  const [main, request] = merged()
  const alone = unmergeRequest(request, doing(3), '不是一盏灯', around)
  expect(alone.mergedInto).toBeUndefined()
  expect(alone.openKey).toBeDefined()
  expect(alone.clocks).toEqual(request.clocks)
  expect(kinds(alone).slice(-2)).toEqual(['merged', 'unmerged'])
  const left = letGo(main, 'r-second', start + 3 * hour)
  expect(left.merged).toBeUndefined()
  expect(letGo(left, 'r-second', start)).toBe(left)
})

it.each<[string, () => [Request, Request]]>([
  ['danger into what is none', () => [first('B'), second('A')]],
  ['a request into itself', () => [first(), first()]],
  ['into one that is merged itself', () => [merged()[1], exampleRequest({ id: 'r-third' })]],
  ['one that others are merged into', () => [exampleRequest({ id: 'r-third' }), merged()[0]]],
  [
    'into one that is done',
    () => [
      resolveRequest(
        acceptRequest(first(), doing(3), around),
        doing(4),
        { text: '好', photos: [], manner: 'help' },
        around,
      ),
      second(),
    ],
  ],
])('never merges %s', (_, pair) => {
  const [main, request] = pair()
  expect(() => mergeRequest(request, doing(5), { main, text: '一样' }, around)).toThrow(
    expect.objectContaining({ code: 'wrongState' }),
  )
})
