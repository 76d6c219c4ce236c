/** The page `/_cloud`: collections, documents, indexes, calls, messages, timers. Plain HTML and script, read-only. */
export const consolePage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>本地云 · 控制台</title>
<style>
  :root { color-scheme: light dark; --ink: #1d2a2a; --soft: #5a6a69; --paper: #f3f1ea; --card: #fff; --line: #d9d6cb; --mark: #0d6b5e; --bad: #a3321f }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceee9; --soft: #a9b5b2; --paper: #151a1a; --card: #1f2626; --line: #364040; --mark: #63c9b5; --bad: #ff9c86 } }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.55 -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif }
  header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 12px 16px 0; max-width: 1120px; margin: 0 auto }
  h1 { margin: 0; font-size: 17px } h2 { margin: 0 0 8px; font-size: 15px }
  select { min-height: 44px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: inherit; font: inherit; padding: 0 10px }
  nav { display: flex; gap: 6px; overflow-x: auto; padding: 10px 16px; max-width: 1120px; margin: 0 auto }
  nav button, .more { flex: none; min-height: 44px; padding: 0 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: inherit; font: inherit; cursor: pointer }
  nav button[aria-selected=true] { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark) }
  button:focus-visible, select:focus-visible, summary:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
  main { max-width: 1120px; margin: 0 auto; padding: 0 16px 32px; display: grid; gap: 12px }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 14px 16px; overflow-x: auto }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-top: 1px solid var(--line) } thead th { border: 0; color: var(--soft); font-weight: 500 }
  pre { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace }
  .soft { color: var(--soft) } .bad { color: var(--bad) } summary { cursor: pointer; min-height: 32px }
  .empty { color: var(--soft); margin: 4px 0 }
</style>
<header><h1>本地云</h1><label>环境 <select id="env"></select></label><span class="soft" id="clock"></span></header>
<nav role="tablist" aria-label="栏目"></nav>
<main role="tabpanel" aria-live="polite"></main>
<script>
  const tabs = { overview: '集合与索引', documents: '文档', log: '函数日志', timers: '定时器', outbox: '已发消息', queries: '没有索引的查询', limits: '限制与故障' }
  const main = document.querySelector('main'), nav = document.querySelector('nav'), env = document.getElementById('env')
  let tab = 'overview', overview
  const make = (name, members = {}, ...children) => {
    const element = Object.assign(document.createElement(name), members)
    element.append(...children.flat())
    return element
  }
  const table = (heads, rows) => make('table', {}, make('thead', {}, make('tr', {}, heads.map(head => make('th', { scope: 'col' }, head)))), make('tbody', {}, rows.map(cells => make('tr', {}, cells.map(cell => make('td', {}, cell))))))
  const card = (title, ...content) => make('section', {}, make('h2', {}, title), ...content)
  const empty = text => make('p', { className: 'empty' }, text)
  const time = at => new Date(at).toLocaleString('zh-CN', { hour12: false })
  const get = async (what, parameters = {}) => {
    const answer = await fetch('/_cloud/console/' + what + '?' + new URLSearchParams({ ...(env.value && { env: env.value }), ...parameters }))
    const body = await answer.json()
    if (!answer.ok) throw new Error(body.error)
    return body
  }
  const keys = index => index.keys.map(key => key.name + (key.direction === '-1' ? ' ↓' : key.direction === '2dsphere' ? ' ⊕' : ' ↑')).join(' · ')
  const views = {
    overview: () => [card('集合', overview.collections.length ? table(['名称', '文档数', '索引'], overview.collections.map(({ name, documents, indexes }) => [name, String(documents), indexes.length ? indexes.map(index => make('div', {}, index.name + '：' + keys(index) + (index.unique ? '（唯一）' : '') + (index.multikey ? '（数组）' : ''))) : make('span', { className: 'soft' }, '只有 _id')])) : empty('还没有集合。'))],
    documents: async () => {
      const choice = make('select', { ariaLabel: '集合' }, overview.collections.map(({ name }) => make('option', {}, name)))
      const list = make('div'), more = make('button', { type: 'button', className: 'more' }, '再看一些')
      let last
      const load = async fresh => {
        if (fresh) { list.replaceChildren(); last = undefined }
        const { documents, pageSize } = await get('documents', { collection: choice.value, ...(last !== undefined && { after: last }) })
        for (const text of documents) {
          const document = JSON.parse(text)
          list.append(make('details', {}, make('summary', {}, String(document._id)), make('pre', {}, JSON.stringify(document, null, 2))))
          last = document._id
        }
        if (!list.childElementCount) list.append(empty('这个集合是空的。'))
        more.hidden = documents.length < pageSize
      }
      choice.onchange = () => load(true)
      more.onclick = () => load()
      if (overview.collections.length) await load(true)
      return [card('文档（只读）', choice, list, more)]
    },
    log: async () => {
      const { calls } = await get('log')
      if (!calls.length) return [card('函数日志', empty('还没有调用。'))]
      return [card('函数日志', table(['时间', '函数', '来源', '用时', '数据库'], calls.map(call => [
        time(call.at), make('div', {}, call.fn + (call.cold ? '（冷启动）' : ''), call.error ? make('pre', { className: 'bad' }, call.error) : ''), call.source, call.ms.toFixed(1) + ' ms',
        make('details', {}, make('summary', {}, call.ops + ' 次，读 ' + call.examined + '，得 ' + call.returned), make('pre', {}, call.actions.map(action => action.action + ' ' + (action.collection || '') + ' 读' + action.examined + ' 得' + action.returned + ' ' + action.ms.toFixed(1) + 'ms').concat(call.output).join('\\n'))),
      ])))]
    },
    timers: () => [card('定时器', overview.timers.length ? table(['函数', '名称', '时间表达式（中国时间）', '下一次', ''], overview.timers.map(timer => {
      const button = make('button', { type: 'button', className: 'more' }, '现在运行'), result = make('pre')
      button.onclick = async () => {
        button.disabled = true
        const answer = await fetch('/_cloud/console/timer?' + new URLSearchParams({ env: env.value }), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ function: timer.function, name: timer.name }) })
        result.textContent = JSON.stringify(await answer.json(), null, 2)
        button.disabled = false
      }
      return [timer.function, timer.name, timer.config, timer.next ? time(timer.next) : '不再', make('div', {}, button, result)]
    })) : empty('没有函数设了定时器。'))],
    outbox: async () => {
      const { messages } = await get('outbox')
      return [card('已发消息', messages.length ? table(['时间', '种类', '收信人', '内容'], messages.map(message => [time(message.at), message.kind, message.openid || '', make('pre', {}, JSON.stringify(message.body, null, 2))])) : empty('还没有消息。'))]
    },
    queries: () => [card('没有索引的查询', overview.unindexed.length ? table(['集合', '查询', '次数'], overview.unindexed.map(({ collection, query, times }) => [collection, make('pre', {}, query), String(times)])) : empty('没有。'))],
    limits: () => [card('限制', table(['名称', '值', '出处'], Object.entries(overview.limits).map(([name, limit]) => [name, limit.value + ' ' + limit.unit, limit.source + '（' + limit.read + '）']))), card('故障', overview.faults.length ? make('pre', {}, JSON.stringify(overview.faults, null, 2)) : empty('没有设故障。'))],
  }
  const show = async () => {
    try {
      overview = await get('overview')
      if (!env.childElementCount) { env.append(...overview.environments.map(id => make('option', {}, id))); env.value = overview.env }
      document.getElementById('clock').textContent = '时间 ' + time(overview.now) + (overview.offset ? '（已移动）' : '')
      nav.replaceChildren(...Object.entries(tabs).map(([id, name]) => {
        const button = make('button', { type: 'button', role: 'tab', ariaSelected: String(id === tab) }, name)
        button.onclick = () => { tab = id; show() }
        return button
      }))
      main.replaceChildren(...await views[tab]())
    } catch (error) {
      main.replaceChildren(card('没有读到', make('p', { className: 'bad' }, error.message)))
    }
  }
  env.onchange = show
  show()
</script>
</html>
`
