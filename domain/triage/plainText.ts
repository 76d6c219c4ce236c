import traditional from './traditional.json'

/** The simplified form of each traditional character, by their codes; 0 for any other. */
const simplified = new Uint16Array(0x10000)
for (let i = 0; i < traditional.from.length; i++)
  simplified[traditional.from.charCodeAt(i)] = traditional.to.charCodeAt(i)

/**
 * A message as rules see it: simplified characters, one width, lower case, without blanks and emoji, with `。` for
 * whatever ends a sentence and `，` for any other mark. Traditional characters go one to one; the few whose meaning
 * depends on the word (著火) are among the spellings, which are replaced last.
 */
export const plainText = (text: string, spellings: Readonly<Record<string, string>> = {}): string => {
  const typed = text.normalize('NFKC').toLowerCase()
  let [plain, done] = ['', 0]
  for (let i = 0; i < typed.length; i++) {
    const code = simplified[typed.charCodeAt(i)]!
    if (!code) continue
    plain += typed.slice(done, i) + String.fromCharCode(code)
    done = i + 1
  }
  plain = (plain + typed.slice(done))
    // A newline ends a thought; other blanks mean nothing between Chinese words.
    .replace(/[\n。!?;…]+/g, '。')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{M}\s]+/gu, '')
    .replace(/[^\p{L}\p{N}。]+/gu, '，')
    .replace(/[，。]*。[，。]*/g, '。')
  const slips = slipsOf(spellings)
  return slips ? plain.replace(slips, slip => spellings[slip] ?? slip) : plain
}

const known = new WeakMap<object, RegExp | undefined>()

/** One pattern for all slips, the longest first. */
const slipsOf = (spellings: Readonly<Record<string, string>>): RegExp | undefined => {
  if (known.has(spellings)) return known.get(spellings)
  const slips = Object.keys(spellings).sort((a, b) => b.length - a.length)
  const pattern = slips.length ? new RegExp(slips.join('|'), 'g') : undefined
  known.set(spellings, pattern)
  return pattern
}
