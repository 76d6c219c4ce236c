import type { Page } from 'playwright-core'

// Pages below the one on top stay in Taro's document, so only what can be seen counts.

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()

export const sees = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

export const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name, exact: true }).filter({ visible: true }).click()

export const write = (page: Page, name: string, words: string) =>
  page.getByRole('textbox', { name, exact: true }).filter({ visible: true }).fill(words)
