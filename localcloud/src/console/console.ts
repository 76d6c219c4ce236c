import type { Views } from '../gateway/consoleViews'
import { cloudOf } from './cloud'
import { make, notice } from './dom'
import type { View } from './view'
import { collections } from './views/collections'
import { documents } from './views/documents'
import { faults } from './views/faults'
import { files } from './views/files'
import { limits } from './views/limits'
import { log } from './views/log'
import { outbox } from './views/outbox'
import { queries } from './views/queries'
import { timers } from './views/timers'
import { time } from './words'

// The page `/_cloud`. The address says which part is shown: `#documents/todos`.

const parts: Record<string, { name: string; view: View }> = {
  collections: { name: '集合与索引', view: collections },
  documents: { name: '文档', view: documents },
  files: { name: '云存储', view: files },
  log: { name: '函数日志', view: log },
  queries: { name: '慢查询', view: queries },
  timers: { name: '定时器', view: timers },
  outbox: { name: '已发消息', view: outbox },
  faults: { name: '故障', view: faults },
  limits: { name: '限制', view: limits },
}

const element = <E extends HTMLElement>(selector: string) => document.querySelector(selector) as E
const main = element('main')
const nav = element('nav')
const environment = element<HTMLSelectElement>('#env')

const showHead = ({ env, environments, now, offset, mayChange }: Views['overview']): void => {
  if (environment.childElementCount !== environments.length)
    environment.replaceChildren(...environments.map(id => make('option', { selected: id === env }, id)))
  const clock = offset ? `${time(now)}（已移动）` : time(now)
  element('#status').textContent = `${clock} · ${mayChange ? '可以改动' : '只读'}`
}

const showNav = (current: string): void => {
  nav.replaceChildren(
    ...Object.entries(parts).map(([id, { name }]) => {
      const link = make('a', { href: `#${id}` }, name)
      if (id === current) {
        link.setAttribute('aria-current', 'page')
        // Where one is already, it reads again.
        link.onclick = () => void show()
      }
      return link
    }),
  )
  nav.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
}

let shown = 0

const show = async (): Promise<void> => {
  const turn = ++shown
  const [asked = '', ...path] = location.hash.slice(1).split('/').map(decodeURIComponent)
  const id = asked in parts ? asked : 'collections'
  const { name, view } = parts[id] as { name: string; view: View }
  document.title = `${name} · 本地云`
  showNav(id)
  try {
    const cloud = cloudOf(environment.value)
    const overview = await cloud.view('overview')
    showHead(overview)
    const content = await view(cloud, overview, path)
    // Somebody may have gone on to another part while this one was read.
    if (turn === shown) main.replaceChildren(...content)
  } catch (error) {
    if (turn === shown) main.replaceChildren(notice(`没有读到：${(error as Error).message}`))
  }
}

window.onhashchange = () => void show()
environment.onchange = () => void show()
void show()
