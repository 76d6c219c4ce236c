import type { Example } from '../../domain/triage/exampleParts'
import frames from './letterFrames.json'

/**
 * A message as it would stand in a letter: greetings before it, talk around it, courtesies after it, and for a danger
 * another complaint as well. It keeps its label. From these the model learns that the frame of a letter says nothing.
 */
export const asLetter = (example: Example, others: readonly Example[], next: () => number): Example => {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const lesser = one(others)
  const beside = example.tier === 'A' && lesser.tier !== 'A' && !lesser.lookalike ? ended(lesser.text) : ''
  const isFirst = next() < 0.5
  const text = [
    one(frames.greeting),
    one(frames.intro),
    isFirst ? '' : beside,
    isFirst ? '' : one(frames.after),
    one(frames.turn),
    ended(example.text),
    isFirst ? beside : '',
    one(frames.after),
    one(frames.ask),
    one(frames.closing),
  ].join('')
  return { ...example, text }
}

const ended = (text: string): string => (/[。！？!?…]$/.test(text) ? text : `${text}。`)
