import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { policiesFrom } from '../domain/policy/policies'
import { isCheck } from '../domain/triage/exampleParts'
import { triage } from '../domain/triage/triage'
import { macroF1 } from '../scripts/triage/agreement'
import { loadExamples } from '../scripts/triage/loadExamples'
import { type Figure, median, rounded } from './figure'

const policy = policiesFrom({}, new Map()).triage

/** What triage costs, and how it agrees with the labels of the check part, from which nothing was made. */
export const measureTriage = async (): Promise<Figure[]> => {
  const texts = loadExamples().map(({ text }) => text)
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  // Before any decisions are kept, as a function keeps none: else V8 puts all later ones among what lives long.
  const perSecond = rate(texts)
  const check = loadExamples()
    .filter(isCheck)
    .map(example => ({ ...example, decision: triage({ text: example.text, photos: 0 }, policy) }))
  const share = <T>(part: readonly T[], right: (one: T) => boolean) =>
    rounded(part.filter(right).length / part.length, 3)
  const against = (part: readonly unknown[]) => `${part.length} messages set aside`
  const dangers = check.filter(({ tier }) => tier === 'A')
  const lookalikes = check.filter(({ lookalike }) => lookalike)
  const isRaised = ({ decision }: (typeof check)[number]) => decision.tier === 'A'
  return [
    {
      name: 'triage.rate',
      value: perSecond,
      unit: 'messages/s',
      against: `processor time of one core; all examples, ${Math.round(length)} characters on average`,
      least: 20_000,
    },
    ...bundle(),
    {
      name: 'triage.check.tier',
      value: share(check, ({ tier, decision }) => decision.tier === tier),
      unit: 'agree',
      against: against(check),
      least: 0.75,
    },
    {
      name: 'triage.check.recallA',
      value: share(dangers, isRaised),
      unit: 'seen',
      against: against(dangers),
      least: 0.95,
    },
    {
      name: 'triage.check.lookalikes',
      value: share(lookalikes, isRaised),
      unit: 'raised',
      against: against(lookalikes),
      bar: 0.15,
    },
    {
      name: 'triage.check.category',
      value: rounded(
        macroF1(check.map(({ category, decision }) => [category, decision.category] as const)),
        3,
      ),
      unit: 'macro-F1',
      against: against(check),
      least: 0.7,
    },
    {
      name: 'triage.check.type',
      value: share(check, ({ type, decision }) => decision.type === type),
      unit: 'agree',
      against: against(check),
    },
  ]
}

/** Messages a second of processor time, the best of some rounds: the first ones still compile. */
const rate = (texts: readonly string[]): number => {
  let best = 0
  for (let round = 0; round < 12; round++) {
    const before = process.cpuUsage()
    for (const text of texts) triage({ text, photos: 0 }, policy)
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, texts.length / ((user + system) / 1e6))
  }
  return Math.round(best)
}

/** Triage bundled as the functions bundle it: bytes, and how long a fresh process takes until it has decided once. */
const bundle = (): Figure[] => {
  const outfile = join(process.cwd(), 'dist/bench/triage.js')
  buildSync({
    stdin: {
      contents: `
        import policy from './domain/policy/triage.json'
        import circumstances from './domain/policy/triageCircumstances.json'
        import cues from './domain/policy/triageCues.json'
        import { triage } from './domain/triage/triage'
        const at = process.hrtime.bigint()
        triage({ text: '厨房有煤气味', photos: 0 }, { ...policy, ...circumstances, cues })
        console.log(Number(process.hrtime.bigint() - at) / 1e6)`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    target: 'node18',
  })
  const program = `const t=process.hrtime.bigint();require(${JSON.stringify(outfile)});console.log(Number(process.hrtime.bigint()-t)/1e6)`
  const runs = Array.from({ length: 15 }, () =>
    execFileSync(process.execPath, ['-e', program]).toString().trim().split('\n').map(Number),
  )
  const firsts = runs.map(([first = Number.NaN]) => first)
  const loads = runs.map(([first = Number.NaN, all = Number.NaN]) => all - first)
  return [
    {
      name: 'triage.load',
      value: rounded(median(loads), 1),
      unit: 'ms',
      against: 'module, policy and model in a fresh process',
      bar: 25,
    },
    {
      name: 'triage.first',
      value: rounded(median(firsts), 1),
      unit: 'ms',
      against: 'its first decision, which sets the lexicon up',
    },
    { name: 'triage.bytes', value: statSync(outfile).size, unit: 'B', bar: 1_000_000 },
  ]
}
