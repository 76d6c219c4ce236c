import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { plateService } from '../../contract/plate'
import { codeIn } from '../../domain/plate/writtenCode'
import { readCodeAt } from '../support/readCode'
import { choose, press, sees } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// What staff do at a desk: plates and imports, whole stories found by accessible names alone.

const { openAs, street } = phonesOnStreet(20_000)

const saved = async (page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const coming: Promise<Download> = page.waitForEvent('download')
  await act()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('notice plates', () => {
  let code: string

  it('are chosen, made and printed, and open the officer card for a stranger', async () => {
    const desk = await openAs('wang', '/pages/me/index')
    await press(desk, '公示牌')
    await press(desk, '选中下面 2 个')
    await choose(desk, '2')
    await choose(desk, '图片')
    await press(desk, '做 2 块牌子')
    const { name, bytes } = await saved(desk, () => press(desk, /^打开 公示牌-.*png$/))
    expect(name).toMatch(/^公示牌-.*等2块\.png$/)
    await desk.getByText('第 1 版').first().waitFor()
    const codes = [await readCodeAt(bytes, 0, 1, 2), await readCodeAt(bytes, 1, 1, 2)]
    const [address] = codes
    code = codeIn(address ?? '') ?? ''
    const passer = await openAs('stranger', new URL(address ?? '').hash.slice(1))
    await passer.getByRole('button', { name: /^打电话给/ }).waitFor()
  })

  it('that were replaced say so, and what is typed from a new one works', async () => {
    const desk = await openAs('wang', '/staff/plates/index')
    const { card } = await street().as('stranger').ok(plateService, 'open', { code })
    const area = card?.grid.name ?? ''
    await press(desk, `给${area}换新牌`)
    await choose(desk, '牌子丢了')
    await press(desk, '作废旧牌，换新牌')
    await sees(desk, '第 2 版')
    const passer = await openAs('stranger', `/pages/plate/index?scene=${code}`)
    await sees(passer, '这块牌子已经不用了')
    await passer.getByRole('button', { name: '打值班电话 0755-00001234' }).waitFor()
    await press(passer, `看${area}附近的网格`)
  })

  it('that nobody made say so, and take the number from the plate', async () => {
    const passer = await openAs('stranger', '/pages/plate/index?scene=0000')
    await sees(passer, '没有查到这块牌子')
    await passer.getByRole('textbox', { name: '编号' }).fill('abc')
    await press(passer, '看看谁在管')
    await sees(passer, /一共 20 个字母和数字/)
    await passer.getByRole('textbox', { name: '编号' }).fill(code.toUpperCase())
    await press(passer, '看看谁在管')
    await sees(passer, '这块牌子已经不用了')
  })
})

describe('an import', () => {
  let table: string

  const upload = async (desk: Page, text: string) => {
    await choose(desk, '人员岗位')
    const chooser = desk.waitForEvent('filechooser')
    await press(desk, '选文件')
    await (await chooser).setFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await desk.getByRole('button', { name: '已选：人员.csv' }).waitFor()
    await press(desk, '上传并核对')
  }

  it('begins with what is in force, as a file', async () => {
    const desk = await openAs('liu', '/pages/me/index')
    await press(desk, '导入和导出')
    const { name, bytes } = await saved(desk, () => press(desk, '人员岗位（CSV）'))
    expect(name).toMatch(/\.csv$/)
    table = bytes.toString()
    expect(table).toContain('陈志强')
    await choose(desk, '人员岗位')
    expect((await saved(desk, () => press(desk, '下载模板（XLSX）'))).name).toMatch(/\.xlsx$/)
  })

  it('with a fault names row, column, why and how to mend it, and cannot be applied', async () => {
    const desk = await openAs('liu', '/staff/imports/index')
    await upload(desk, table.replace(',网格员,', ',网个员,'))
    await sees(desk, '核对好了，还没启用')
    await choose(desk, /^要改的错 \d+$/)
    await sees(desk, /^第 \d+ 行，“/)
    await sees(desk, /^怎么改：/)
    expect(await desk.getByRole('button', { name: '启用这次导入' }).count()).toBe(0)
  })

  it('shows what it would change, asks once more, counts at once, and can be taken back', async () => {
    const desk = await openAs('liu', '/staff/imports/index')
    await upload(desk, table.replace('陈志强', '陈志刚'))
    await choose(desk, /^改动 \d+$/)
    await sees(desk, /陈志强 → 陈志刚/)
    await press(desk, '启用这次导入')
    await press(desk, '确认启用')
    await sees(desk, '已启用')
    const passer = await openAs('stranger', '/pages/card/index?area=g-1')
    await sees(passer, /陈志刚/)

    await press(desk, '撤销这次导入')
    await desk.getByRole('textbox', { name: '为什么撤销？' }).fill('名字写错了')
    await press(desk, '确认撤销')
    await sees(desk, '已撤销')
    await passer.reload()
    await sees(passer, /陈志强/)
  })

  it('is listed with how it went', async () => {
    const desk = await openAs('liu', '/staff/imports/index')
    await desk.getByRole('button', { name: '人员岗位：人员.csv，已撤销' }).waitFor()
  })
})

it('who manages neither is not offered them', async () => {
  const me = await openAs('chen', '/pages/me/index')
  await sees(me, '我的待办')
  for (const name of ['公示牌', '导入和导出']) expect(await me.getByRole('button', { name }).count()).toBe(0)
})
