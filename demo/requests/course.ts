import type { Random } from '../random'
import type { Matter } from './matters/matter'
import type { Planned, Round, Verdict } from './planned'

const thanks = [
  '来得很快，谢谢！',
  '弄好了，辛苦了。',
  '谢谢网格员，晚上专门跑一趟。',
  '可以了，谢谢。',
  '比我想的快。',
  '师傅很细心，走的时候还把地扫了。',
]

/** What officers and reporter will do about one request: mostly in time, sometimes late, now and then not at all. */
export const makeCourse = (random: Random, matter: Matter): Pick<Planned, 'rounds' | 'stop'> => {
  const rounds = [makeRound(random, matter)]
  while (reopens(rounds.at(-1)) && rounds.length < 3) {
    rounds.push({ ...makeRound(random, matter), ...(rounds.length === 2 && { verdict: happy(random) }) })
  }
  const stuck = random.chance(0.008)
    ? random.pick(['submitted', 'accepted', 'inProgress'] as const)
    : undefined
  return { rounds, ...(stuck && { stop: stuck }) }
}

const makeRound = (random: Random, matter: Matter): Round => ({
  accept: random.chance(0.03) ? 1 + random.fraction() : early(random, 0.02, 0.8),
  reply: random.chance(0.04) ? 1 + random.fraction() : early(random, 0.05, 0.9),
  resolve: random.chance(0.05) ? 1 + random.fraction() * 0.8 : early(random, 0.1, 0.97),
  confirm: random.fraction() * 0.9,
  verdict: makeVerdict(random, matter),
})

/** Between `least` and `most`, more often nearer to `least`. */
const early = (random: Random, least: number, most: number): number =>
  least + (most - least) * random.fraction() ** 2

const makeVerdict = (random: Random, matter: Matter): Verdict => {
  const solved = random.weighted([
    ['silent', 26],
    ['yes', 66],
    ['partly', 4],
    ['no', 4],
  ] as const)
  if (solved === 'silent') return 'silent'
  if (solved === 'yes') return happy(random)
  const satisfaction = solved === 'no' && random.chance(0.7) ? 'poor' : 'fair'
  return { solved, satisfaction, text: random.pick(matter.left) }
}

const happy = (random: Random): Verdict => {
  const satisfaction = random.weighted([
    ['good', 85],
    ['fair', 13],
    ['poor', 2],
  ] as const)
  return {
    solved: 'yes',
    satisfaction,
    ...(satisfaction === 'good' && random.chance(0.4) && { text: random.pick(thanks) }),
  }
}

const reopens = (round: Round | undefined): boolean =>
  round !== undefined && round.verdict !== 'silent' && round.verdict.solved !== 'yes'
