import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policiesFrom } from '../../domain/policy/policies'
import { isCheck } from '../../domain/triage/exampleParts'
import type { ModelData } from '../../domain/triage/modelData'
import { agreement, type Decided } from './agreement'
import { crossValidate, decideFrom, type Judged } from './crossValidate'
import { lessonsFrom } from './lessonsFrom'
import { isReal, loadExamples } from './loadExamples'
import { loadVocabulary } from './loadVocabulary'
import { trainModel } from './trainModel'

// npm run train: makes domain/triage/model.json from the work part of the examples. The same examples give the same file.
// npm run train -- --validate: only says how well it would do.

/**
 * Of short messages with a danger at least this share has to be seen: the product's bar. What is unsure is a danger that a
 * person lowers, and a danger missed is worse than a false alarm.
 */
const seenAtLeast = 0.95

/** Of letters without a danger no more than this share may be raised; most dangers stand in short messages. */
const raisedAtMost = 0.15

const policy = policiesFrom({}, new Map()).triage
const examples = loadExamples().filter(example => !isCheck(example))
const vocabulary = loadVocabulary()
const judged = crossValidate(examples, vocabulary, policy)
const isLetter = ({ evidence }: Judged) => evidence.passages > 1
const [short, letters] = [judged.filter(one => !isLetter(one)), judged.filter(isLetter)]

// Where danger begins: the highest log-odds that see enough, and the least that do not raise too many.
const steps = Array.from({ length: 121 }, (_, i) => (i - 80) / 20)
const from = (part: readonly Judged[], step: number) => decideFrom(part, policy, step)
const thresholds = {
  short: [...steps].reverse().find(step => agreement(from(short, step)).recallA >= seenAtLeast) ?? 0,
  letter: steps.find(step => agreement(from(letters, step)).falseA <= raisedAtMost) ?? 0,
}
const found = [...from(short, thresholds.short), ...from(letters, thresholds.letter)]
const { recallA, raised } = agreement(found)
const source = `Trained on ${examples.length} messages; in cross-validation it saw ${percent(recallA)} of the dangers and raised ${percent(raised)} of the messages that only look like one.`
const model: ModelData = {
  ...trainModel('triage-model:1', source, lessonsFrom(examples, vocabulary, policy)),
  thresholds,
}
if (!process.argv.includes('--validate'))
  writeFileSync(join(process.cwd(), 'domain/triage/model.json'), `${JSON.stringify(model)}\n`)

console.log(source)
const isLong = (least: number, most: number) => (text: string) => text.length >= least && text.length <= most
const rows: [name: string, has: (text: string, isReal: boolean) => boolean][] = [
  ['all', () => true],
  ['≤ 60', isLong(0, 60)],
  ['61–200', isLong(61, 200)],
  ['> 200', isLong(201, 1000)],
  ['made up, > 60', (text, isReal) => !isReal && text.length > 60],
  ['real, ≤ 60', (text, isReal) => isReal && text.length <= 60],
  ['real, > 60', (text, isReal) => isReal && text.length > 60],
]
console.table(
  Object.fromEntries(
    rows.map(([name, has]) => [
      name,
      rounded(found.filter(({ example }) => has(example.text, isReal(example)))),
    ]),
  ),
)
for (const [name, part, threshold] of [
  ['short', short, thresholds.short],
  ['letters', letters, thresholds.letter],
] as const) {
  console.log(`${name}: danger begins at ${threshold}; if it began later by`)
  console.table(
    Object.fromEntries([-1, -0.5, 0, 0.5, 1].map(more => [more, rounded(from(part, threshold + more))])),
  )
}
console.log(
  `${Buffer.byteLength(model.danger, 'base64')} features, ${Buffer.byteLength(JSON.stringify(model))} bytes`,
)

function rounded(decided: Decided): Record<string, number> {
  return Object.fromEntries(
    Object.entries(agreement(decided)).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
