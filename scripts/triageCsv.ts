import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import { sources } from '../contract/requestTerms'
import { policiesFrom } from '../domain/policy/policies'
import { triage } from '../domain/triage/triage'

// npm run triage -- --csv <in> --out <out>: reads a CSV with a column `text` and writes it back with what triage says. The columns `photos`
// (how many came with it) and `source` (resident, patrol, onBehalf, hotline) may be there; empty means none, and the resident.

/** The columns it adds; one of that name in the input is kept as `given_<name>`. */
const added = ['tier', 'category', 'type', 'confidence', 'rules'] as const

const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const option = (name: string): string => {
  const at = process.argv.indexOf(name)
  return (
    (at > 0 && process.argv[at + 1]) ||
    fail('npm run triage -- --csv <in> --out <out>: a file name is missing.')
  )
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return fail(`${file} cannot be read: ${String(error)}`)
  }
}

const [from, to] = [option('--csv'), option('--out')]
const { data, errors, meta } = Papa.parse<Record<string, string>>(read(from), {
  header: true,
  skipEmptyLines: 'greedy',
})
// A row with too few cells is as good as one with empty cells; a broken quotation swallows what follows it.
const wrong = errors.find(({ type }) => type === 'Quotes')
if (wrong) fail(`${from}, row ${(wrong.row ?? 0) + 2}: ${wrong.message}`)
if (!meta.fields?.includes('text')) fail(`${from} has no column \`text\`; it has ${meta.fields?.join(', ')}.`)

/** How the message of a row came. The file's first row has its names, so that row 2 is the first message. */
const cameIn = (row: Record<string, string>, n: number) => {
  const [photos, source] = [row.photos?.trim() || '0', row.source?.trim() || 'resident']
  const known = sources.find(one => one === source)
  if (!/^\d{1,2}$/.test(photos)) fail(`${from}, row ${n + 2}: \`photos\` is a number, not ${photos}.`)
  if (!known) fail(`${from}, row ${n + 2}: \`source\` is one of ${sources.join(', ')}, not ${source}.`)
  return { photos: Number(photos), source: known }
}

const policy = policiesFrom({}, new Map()).triage
const kept = (name: string) => ((added as readonly string[]).includes(name) ? `given_${name}` : name)
const rows = data.map((row, n) => {
  const given = Object.fromEntries((meta.fields ?? []).map(name => [kept(name), row[name] ?? '']))
  const decision = triage({ text: row.text ?? '', ...cameIn(row, n) }, policy)
  const { decidedBy, matched } = decision.trace
  return {
    ...given,
    tier: decision.tier,
    category: decision.category,
    type: decision.type,
    confidence: decision.confidence.tier,
    rules: [...new Set([decidedBy, ...matched.map(({ rule }) => rule)])].join(' '),
  }
})
// The mark at the front makes spreadsheets read the file as UTF-8.
writeFileSync(to, `\uFEFF${Papa.unparse(rows, { newline: '\n' })}\n`)
console.log(`${rows.length} messages, policy ${policy.id}, model ${policy.model.id}: ${to}`)
