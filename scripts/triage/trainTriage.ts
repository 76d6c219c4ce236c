import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policiesFrom } from '../../domain/policy/policies'
import { type Example, foldOf, isCheck } from '../../domain/triage/exampleParts'
import { LinearModel, type ModelData, type Output } from '../../domain/triage/linearModel'
import { observe } from '../../domain/triage/observe'
import { loadExamples } from './loadExamples'
import { type Lesson, trainModel } from './trainModel'

// npm run train: makes domain/triage/model.json from the work part of the examples. The same examples give the same file.

/** No more of the messages that only look like danger may be raised than this, and as many dangers as that allows. */
const lookalikesAtMost = 0.13

const policy = policiesFrom({}, new Map()).triage
const examples = loadExamples().filter(example => !isCheck(example))

const lessons = examples.map(example => ({ example, lesson: lessonOf(example) }))
const folds = [0, 1, 2, 3, 4]
const judged = folds.flatMap(fold => {
  const model = new LinearModel(
    trainModel(
      '',
      '',
      lessons.filter(({ example }) => foldOf(example) !== fold).map(({ lesson }) => lesson),
    ),
  )
  return lessons
    .filter(({ example }) => foldOf(example) === fold)
    .map(({ example, lesson }) => ({
      example,
      score: model.score(model.spoken(lesson.text, lesson.features))[0]!,
    }))
})
const lookalikes = judged.filter(({ example }) => example.lookalike).map(({ score }) => score)
const dangers = judged.filter(({ example }) => example.tier === 'A').map(({ score }) => score)
const above = (scores: readonly number[], threshold: number) =>
  scores.filter(score => score >= threshold).length / scores.length
// The log-odds at which so many look-alikes are raised; the model is shifted so that it becomes 0.
const threshold = [...lookalikes].sort((a, b) => b - a)[Math.floor(lookalikes.length * lookalikesAtMost)] ?? 0

const source = `Trained on ${examples.length} messages; in cross-validation it saw ${percent(above(dangers, threshold))} of the dangers and raised ${percent(above(lookalikes, threshold))} of the messages that only look like one.`
const model = trainModel(
  'triage-model:1',
  source,
  lessons.map(({ lesson }) => lesson),
)
const shifted: ModelData = {
  ...model,
  biases: model.biases.map((bias, i) => (i === 0 ? Number((bias - threshold).toFixed(4)) : bias)),
}
const file = join(process.cwd(), 'domain/triage/model.json')
writeFileSync(file, `${JSON.stringify(shifted)}\n`)
console.log(source)
for (const t of [-1.5, -1, -0.5, 0, 0.5, 1, 1.5])
  console.log(
    `at ${t >= 0 ? '+' : ''}${t}: dangers ${percent(above(dangers, threshold + t))}, look-alikes ${percent(above(lookalikes, threshold + t))}`,
  )
console.log(`${model.features.split(' ').length} features, ${JSON.stringify(shifted).length} bytes`)

function lessonOf(example: Example): Lesson {
  const { text, features } = observe(
    { text: example.text, ...(example.tile && { tile: example.tile }) },
    policy,
  )
  const tier: Output = example.tier === 'A' ? 'danger' : example.tier
  return { text, features, right: new Set<Output>([tier, example.category, example.type]), weight: 1 }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
