import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { builtFiles, builtWeapp } from '../paths'

/** The files of a web page that runs the built mini program, by name. */
export type HostPage = ReadonlyMap<string, { body: string | Buffer; type: string }>

const read = (file: string) => readFileSync(join(builtWeapp, file), 'utf8')
const stem = (file: string) => file.replace(/\.\w+$/, '')

/**
 * Turns `dist/weapp` into a web page on glass-easel, WeChat's own open-source component framework: templates by its
 * compiler, styles with rpx as shares of the width, scripts as they are.
 */
export const buildHost = async (): Promise<HostPage> => {
  const files = builtFiles()
  const json = Object.fromEntries(
    files.filter(file => file.endsWith('.json')).map(file => [stem(file), JSON.parse(read(file)) as object]),
  )
  const scripts = Object.fromEntries(
    files.filter(file => file.endsWith('.js')).map(file => [stem(file), read(file)]),
  )
  const host = await esbuild.build({
    entryPoints: [join(process.cwd(), 'tests/support/weapp/glassEasel/host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  })
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="app.css"><body><main></main><nav></nav><script src="app.js"></script><script src="host.js"></script></body></html>`
  return new Map<string, { body: string | Buffer; type: string }>([
    ['', { body: html, type: 'text/html' }],
    [
      'app.js',
      {
        body: `window.builtApp={json:${JSON.stringify(json)},scripts:${JSON.stringify(scripts)},templates:${templates(files, json)}}`,
        type: 'text/javascript',
      },
    ],
    ['app.css', { body: styles(files), type: 'text/css' }],
    ['host.js', { body: host.outputFiles[0]?.text ?? '', type: 'text/javascript' }],
    ...files
      .filter(file => file.endsWith('.png'))
      .map(file => [file, { body: readFileSync(join(builtWeapp, file)), type: 'image/png' }] as const),
  ])
}

/** Built-in elements get a prefix, as WeChat's own page has them: `view` would otherwise be an unknown HTML element. */
const templates = (files: string[], json: Record<string, object>): string => {
  const custom = Object.values(json).flatMap(config =>
    Object.keys((config as { usingComponents?: object }).usingComponents ?? {}),
  )
  const kept = new Set(['template', 'import', 'include', 'wxs', 'block', 'slot', ...custom])
  const group = new TmplGroup()
  for (const file of files) {
    if (file.endsWith('.wxs')) group.addScript(stem(file), read(file))
    if (file.endsWith('.wxml')) {
      group.addTmpl(
        stem(file),
        read(file).replace(/<(\/?)([a-z][\w-]*)/g, (whole, slash: string, tag: string) =>
          kept.has(tag) ? whole : `<${slash}wx-${tag}`,
        ),
      )
    }
  }
  return String(group.getTmplGenObjectGroups())
}

const base = `body{margin:0;padding-bottom:64px}wx-view,wx-scroll-view{display:block}wx-text{white-space:pre-line}wx-image{display:inline-block;overflow:hidden}wx-image img{width:100%;height:100%;object-fit:cover}wx-input,wx-textarea{display:block}wx-input input,wx-textarea textarea{width:100%;border:0;background:none;font:inherit}nav{position:fixed;inset:auto 0 0;display:flex;background:#fff}nav button{flex:1;min-height:48px}`

const styles = (files: string[]): string =>
  base +
  files
    .filter(file => file.endsWith('.wxss'))
    .map(file =>
      read(file)
        .replace(/@import[^;]+;/g, '')
        .replace(/(-?[\d.]+)rpx/g, 'calc(100vw*$1/750)')
        .replace(/(^|[\s,}])page(?=[\s,{.:])/g, '$1body'),
    )
    .join('\n')
