import type { Config } from './config'

/** What a member of the configuration must be, in words and as a check. */
type Member = [what: string, is: (value: unknown) => boolean]

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOfText = (value: unknown) => Array.isArray(value) && value.every(isText)
const isTextByName = (value: unknown) => isObject(value) && Object.values(value as object).every(isText)

const isListOf = (is: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.every(is))
const isWordList = isListOf(one => {
  const { label, words } = isObject(one) ? (one as Record<string, unknown>) : {}
  return Number.isInteger(label) && isListOfText(words)
})
const isContentWords = (value: unknown) => {
  const { risky, review, media = {} } = isObject(value) ? (value as Record<string, unknown>) : { media: 0 }
  if (!isObject(media) || !isWordList(risky) || !isWordList(review)) return false
  return Object.values(media as object).every(isListOf(isText))
}

const text: Member = ['a text', isText]
const path: Member = ['a path', isText]

const members: Record<keyof Config, Member> = {
  env: [
    'letters, digits, _ and -, 64 at most',
    value => isText(value) && /^[\w-]{1,64}$/.test(value as string),
  ],
  appid: text,
  port: [
    'a number from 0 to 65535',
    value => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 65536,
  ],
  host: ['an address such as 127.0.0.1', isText],
  hosts: ['a list of names', isListOfText],
  data: path,
  functions: path,
  collections: [
    'a path, or a list of collections',
    value => isText(value) || (Array.isArray(value) && value.every(one => isText(one) || isObject(one))),
  ],
  seed: path,
  people: path,
  static: [
    'a folder for each prefix, such as {"/app/": "dist/h5"}',
    value => isTextByName(value) && Object.keys(value as object).every(prefix => /^\/(.*\/)?$/.test(prefix)),
  ],
  home: ['an address such as /app/', value => isText(value) && /^\/(?!\/)/.test(value as string)],
  title: text,
  environment: ['a text for each variable', isTextByName],
  secrets: ['a list of names of variables', isListOfText],
  pageUrl: ['an address with {page} and {scene} in it', isText],
  messages: ['the name of a function', isText],
  contentWords: ['lists of words, as the README says', isContentWords],
  uploadTypes: ['a list of endings such as "png"', isListOfText],
  callsPerSecond: ['a number, 0 for any', value => Number.isInteger(value) && (value as number) >= 0],
  faults: ['{"rules": […], "seed": 1}', isObject],
}

/** Refuses a configuration that cannot be. Throws one sentence that names the member, what it is and what it must be. */
export const refuseWrong = (given: unknown, name: string): void => {
  if (!isObject(given)) throw new Error(`${name} is no object.`)
  for (const [member, value] of Object.entries(given as object)) {
    if (!(member in members))
      throw new Error(`${name} says "${member}", which means nothing here. ${nearest(member)}`.trimEnd())
    const [what, is] = members[member as keyof Config]
    if (!is(value)) throw new Error(`"${member}" in ${name} must be ${what}, not ${JSON.stringify(value)}.`)
  }
  if (!(given as Partial<Config>).functions)
    throw new Error(`${name} does not say "functions", the folder of your cloud functions.`)
}

const nearest = (member: string): string => {
  const alike = Object.keys(members).find(
    known => known.toLowerCase().startsWith(member.slice(0, 3).toLowerCase()) || member.includes(known),
  )
  return alike ? `Did you mean "${alike}"?` : ''
}
