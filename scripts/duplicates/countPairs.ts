import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pairsOf } from '../../domain/duplicates/pairsOf'
import { loadExamples } from '../triage/loadExamples'

// npm run pairs: in how many of the repository's own messages each pair of characters stands. Rare ones are left out:
// what is not in the table counts as rare.

const commonFrom = 0.006

const texts = loadExamples().map(({ text }) => text)
const counts = new Map<string, number>()
for (const text of texts) for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
const pairs = Object.fromEntries(
  [...counts]
    .filter(([, n]) => n >= texts.length * commonFrom)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
)
writeFileSync(
  join(process.cwd(), 'domain/duplicates/commonPairs.json'),
  `${JSON.stringify({ messages: texts.length, least: Math.ceil(texts.length * commonFrom), pairs })}\n`,
)
console.log(`${Object.keys(pairs).length} common pairs of ${counts.size} in ${texts.length} messages`)
