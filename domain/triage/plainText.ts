import traditional from './traditional.json'

const comma = 0xff0c
const stop = 0x3002
/** What a character becomes in a plain text, when it is not a character. */
const [notKnown, dropped, unsettled] = [0, 1, 2]

/** What each character becomes, by its code, as far as it was met. */
const forms = new Uint16Array(0x10000)
/** The same for characters of two codes: emoji. */
const pairs = new Map<string, number>()
/** The text that is being written; it grows with the longest one. */
let written = new Uint16Array(1024)
let asBytes = Buffer.from(written.buffer)

/**
 * A message as rules see it: simplified characters, one width, lower case, without blanks and emoji, with `。` for
 * whatever ends a sentence and `，` for any other mark. Traditional characters go one to one; the few whose meaning
 * depends on the word (著火) are among the spellings, which are replaced last.
 */
export const plainText = (text: string, spellings: Readonly<Record<string, string>> = {}): string => {
  const plain = write(text, false) ?? write(text.normalize('NFKC').toLowerCase(), true) ?? ''
  const slips = slipsOf(spellings)
  return slips ? plain.replace(slips, slip => spellings[slip] ?? slip) : plain
}

/**
 * The plain text in one pass; undefined when it has a character that its neighbours may change, and `isNormal` does not
 * say that this was done.
 */
const write = (text: string, isNormal: boolean): string | undefined => {
  if (written.length < text.length * 2) {
    written = new Uint16Array(text.length * 4)
    asBytes = Buffer.from(written.buffer)
  }
  let [length, mark] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let form = forms[code]! || learn(code)
    if (form === unsettled) {
      const isPair = code >> 10 === 0x36 && text.charCodeAt(i + 1) >> 10 === 0x37
      form = isPair ? formOfPair(text.slice(i, i + 2)) : isNormal ? kindOf(text.charAt(i)) : unsettled
      if (form === unsettled) {
        if (!isNormal) return undefined
        if (mark) written[length++] = mark
        written[length++] = code
        if (isPair) written[length++] = text.charCodeAt(i + 1)
        mark = 0
      }
      if (isPair) i++
    }
    if (form <= unsettled) continue
    if (form === comma || form === stop) {
      if (mark !== stop) mark = form
      continue
    }
    if (mark) written[length++] = mark
    mark = 0
    written[length++] = form
  }
  if (mark) written[length++] = mark
  return asBytes.toString('utf16le', 0, length * 2)
}

/** What a character becomes wherever it stands; `unsettled` when that depends on its neighbours. */
const learn = (code: number): number => {
  const char = String.fromCharCode(code)
  const normal = char.normalize('NFKC').toLowerCase()
  const kinds = new Set([...normal].map(kindOf))
  const [kind = dropped] = kinds
  const isAlone = normal.length === 1 || (kinds.size === 1 && (kind === comma || kind === dropped))
  return (forms[code] = changing.test(char) || !isAlone ? unsettled : kind)
}

/** What neighbours change: halves of pairs, marks that melt into what they follow (not those that only choose a form), letters of Korean, the final sigma. */
const changing = /(?![\ufe00-\ufe0f])[\p{M}\u03a3\u1100-\u11ff\ua960-\ua97f\ud7b0-\udfff\uffa0-\uffdc]/u

const formOfPair = (pair: string): number => {
  let form = pairs.get(pair) ?? notKnown
  if (form) return form
  const kind = kindOf(pair)
  form = pair.normalize('NFKC').toLowerCase() === pair ? kind : unsettled
  pairs.set(pair, form)
  return form
}

/** What a character of a text becomes that was normalised; a letter of two codes stays `unsettled`. */
const kindOf = (char: string): number => {
  if (/[\n。!?;]/.test(char)) return stop
  if (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{M}\s]/u.test(char)) return dropped
  if (!/[\p{L}\p{N}]/u.test(char)) return comma
  return char.length > 1 ? unsettled : (simplified().get(char) ?? char.charCodeAt(0))
}

let known: Map<string, number> | undefined

/** The codes of simplified characters, by the traditional one. */
const simplified = (): Map<string, number> =>
  (known ??= new Map([...traditional.from].map((from, i) => [from, traditional.to.charCodeAt(i)])))

const patterns = new WeakMap<object, RegExp | undefined>()

/** One pattern for all slips, the longest first. */
const slipsOf = (spellings: Readonly<Record<string, string>>): RegExp | undefined => {
  if (patterns.has(spellings)) return patterns.get(spellings)
  const slips = Object.keys(spellings).sort((a, b) => b.length - a.length)
  const pattern = slips.length ? new RegExp(slips.join('|'), 'g') : undefined
  patterns.set(spellings, pattern)
  return pattern
}
