import { escapeHtml, scriptJson } from './html'
import type { Site } from './routes'

/** The page around the app: a bar to be one of the demo people, and a frame of a phone's size. */
export const framePage = ({
  title,
  home,
  people,
  env,
}: Pick<Site, 'title' | 'home' | 'people' | 'env'>): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; --ink: #1d2a2a; --soft: #5a6a69; --paper: #f3f1ea; --card: #fff; --line: #d9d6cb; --mark: #0d6b5e; }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceee9; --soft: #a9b5b2; --paper: #151a1a; --card: #1f2626; --line: #364040; --mark: #63c9b5; } }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font: 15px/1.5 -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif }
  header { padding: 10px 12px 0 }
  h1 { margin: 0 0 2px; font-size: 15px; font-weight: 600 }
  header p { margin: 0 0 8px; color: var(--soft); font-size: 13px }
  .people { display: flex; gap: 8px; overflow-x: auto; padding: 2px 2px 10px; scrollbar-width: thin }
  .people button { flex: none; min-height: 48px; padding: 4px 14px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: inherit; font: inherit; text-align: left; cursor: pointer }
  .people button span { display: block; color: var(--soft); font-size: 12px; line-height: 1.3 }
  .people button[aria-pressed=true] { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark) }
  .people button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
  main { flex: 1; display: flex; justify-content: center; min-height: 0 }
  iframe { width: 100%; flex: 1; border: 0; background: var(--card) }
  @media (min-width: 640px) {
    header { max-width: 960px; width: 100%; margin: 0 auto; padding-top: 18px }
    .people { flex-wrap: wrap }
    main { padding: 6px 0 24px }
    iframe { flex: none; width: 390px; height: 844px; border: 1px solid var(--line); border-radius: 28px; box-shadow: 0 12px 40px #0002 }
  }
</style>
<header>
  <h1>${escapeHtml(title)}</h1>
  <p id="note" role="status">本机运行的演示环境 ${escapeHtml(env)}。选一个人，看看他打开小程序的样子。</p>
  <div class="people" role="group" aria-label="演示人物"></div>
</header>
<main><iframe title="小程序" name="app"></iframe></main>
<script>
  const people = ${scriptJson(people.map(({ id, name, role = '', note = '', default: first = false }) => ({ id, name, role, note, first })))}
  const home = ${scriptJson(home)}, frame = document.querySelector('iframe'), bar = document.querySelector('.people'), note = document.getElementById('note')
  const buttons = people.map(person => {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(person.name)
    const role = document.createElement('span')
    role.textContent = person.role
    button.append(role)
    button.onclick = () => become(person)
    bar.append(button)
    return button
  })
  const show = person => {
    buttons.forEach((button, n) => button.setAttribute('aria-pressed', String(people[n] === person)))
    if (person && person.note) note.textContent = person.name + '：' + person.note
    frame.src = home + '?as=' + (person ? person.id : 'visitor')
  }
  const become = async person => {
    const answer = await fetch('/_cloud/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ as: person.id }) })
    if (!answer.ok) { note.textContent = '没有换成：' + (await answer.json()).error; return }
    show(person)
  }
  fetch('/_cloud/people').then(answer => answer.json()).then(known => {
    const current = known.people.findIndex(person => person.current)
    const first = people.find(person => person.first) || people[0]
    if (current >= 0) show(people[current])
    else if (first) become(first)
    else show()
  })
</script>
</html>
`
