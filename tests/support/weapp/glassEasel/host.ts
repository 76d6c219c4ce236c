import { defineBuiltIns } from './builtIns'
import { handOnRoles } from './handOnRoles'
import { builtApp, hostState } from './hostState'
import { Modules } from './modules'
import { Pages } from './pages'
import { wxOf } from './wx'

// Runs in the browser: the built mini program on glass-easel, its logic without the names a browser has. The address's
// part after # is the token of who holds the phone.

Object.assign(window, { weapp: hostState })
defineBuiltIns()
handOnRoles()
const modules: Modules = new Modules(wxOf(() => pages, location.hash.slice(1)))
const pages = new Pages(path => modules.define(path))

modules.load('app')
hostState.app.onLaunch?.({ path: '', query: {} })
const app = builtApp.json.app as unknown as {
  pages: string[]
  tabBar: { list: { pagePath: string; text: string }[] }
}
for (const { pagePath, text } of app.tabBar.list) {
  const tab = document.createElement('button')
  tab.textContent = text
  tab.onclick = () => pages.restart(pagePath)
  document.querySelector('nav')?.append(tab)
}
pages.open(app.pages[0] ?? '')
