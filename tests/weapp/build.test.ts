import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'acorn'
import { wxmlToJs, wxssToJs } from 'miniprogram-compiler'
import { mainPackageBytes } from '../support/weapp/mainPackageBytes'
import { onX64 } from '../support/weapp/onX64'
import { allPages, appJson, builtFiles, builtWeapp } from '../support/weapp/paths'

const files = builtFiles()
const kilobyte = 1024

onX64('WeChat’s compilers', () => {
  it('compile every template', () => {
    const program = String(wxmlToJs(builtWeapp, { maxBuffer: 64 << 20 }))
    for (const page of allPages(appJson())) expect(program).toContain(`${page}.wxml`)
  })

  it('compile every style', () => {
    const program = String(wxssToJs(builtWeapp, { maxBuffer: 64 << 20 }))
    for (const file of files.filter(name => name.endsWith('.wxss'))) expect(program).toContain(file)
  })

  it('refuse a template that is broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'broken-'))
    writeFileSync(join(folder, 'page.wxml'), '<view><text></view>')
    expect(() => wxmlToJs(folder)).toThrow()
  })
})

it('every script is old JavaScript that a cheap phone can read', () => {
  for (const file of files.filter(name => name.endsWith('.js'))) {
    const source = readFileSync(join(builtWeapp, file), 'utf8')
    expect(() => parse(source, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
  }
})

it('every page of app.json is there, whole', () => {
  for (const page of allPages(appJson())) {
    expect(files).toEqual(expect.arrayContaining([`${page}.js`, `${page}.json`, `${page}.wxml`]))
  }
})

it('the main package is at most 600 KB', () => {
  const bytes = mainPackageBytes()
  console.log(`weapp main package: ${(bytes / kilobyte).toFixed(0)} KB`)
  expect(bytes).toBeLessThanOrEqual(600 * kilobyte)
})

it('asks for nothing that WeChat reviews beyond choosing a place', () => {
  expect(appJson()).toMatchObject({ requiredPrivateInfos: ['chooseLocation'], __usePrivacyCheck__: true })
})
