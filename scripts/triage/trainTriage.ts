import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policiesFrom } from '../../domain/policy/policies'
import { isCheck } from '../../domain/triage/exampleParts'
import type { ModelData } from '../../domain/triage/linearModel'
import { agreement, type Decided } from './agreement'
import { crossValidate, decideFrom } from './crossValidate'
import { loadExamples } from './loadExamples'
import { lessonsFrom } from './lessonsFrom'
import { trainModel } from './trainModel'

// npm run train: makes domain/triage/model.json from the work part of the examples. The same examples give the same file.

/** No more of the messages that only look like danger may be raised than this, and as many dangers as that allows. */
const lookalikesAtMost = 0.12

const policy = policiesFrom({}, new Map()).triage
const examples = loadExamples().filter(example => !isCheck(example))

const judged = crossValidate(examples, policy)
const at = (threshold: number) => agreement(decideFrom(judged, policy, threshold))
// The log-odds at which so many look-alikes are raised.
const steps = Array.from({ length: 121 }, (_, i) => (i - 60) / 20)
const threshold = steps.find(step => at(step).raised <= lookalikesAtMost) ?? 0

const found = decideFrom(judged, policy, threshold)
const { recallA, raised } = agreement(found)
const source = `Trained on ${examples.length} messages; in cross-validation it saw ${percent(recallA)} of the dangers and raised ${percent(raised)} of the messages that only look like one.`
const model = trainModel('triage-model:1', source, lessonsFrom(examples, policy))
const shifted: ModelData = { ...model, threshold }
writeFileSync(join(process.cwd(), 'domain/triage/model.json'), `${JSON.stringify(shifted)}\n`)

console.log(source)
const bands: [name: string, least: number, most: number][] = [
  ['all', 0, 1000],
  ['≤ 60', 0, 60],
  ['61–200', 61, 200],
  ['> 200', 201, 1000],
]
console.table(
  Object.fromEntries(
    bands.map(([name, least, most]) => [
      name,
      rounded(found.filter(({ example: { text } }) => text.length >= least && text.length <= most)),
    ]),
  ),
)
console.table(
  Object.fromEntries(
    [-1, -0.5, -0.25, 0, 0.25, 0.5, 1].map(more => {
      const { recallA, raised, falseA, tier } = at(threshold + more)
      return [
        more,
        { recallA: percent(recallA), raised: percent(raised), falseA: percent(falseA), tier: percent(tier) },
      ]
    }),
  ),
)
console.log(`${model.features.split(' ').length} features, ${JSON.stringify(shifted).length} bytes`)

function rounded(decided: Decided): Record<string, number> {
  return Object.fromEntries(
    Object.entries(agreement(decided)).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
