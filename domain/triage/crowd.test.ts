import { crowds } from './crowd'

it.each(['三十多户', '几十户', '十二户', '200个业主', '一百多号人的', '两百多人受', '五户', '二十几个工人'])(
  'counts %s as many',
  text => expect(crowds(`我们${text}`)).toEqual([{ start: 2, end: 2 + text.length }]),
)

it.each(['一户', '三户', '四个邻居', '5楼', '几户'])('does not count %s', text =>
  expect(crowds(text)).toEqual([]),
)
