/** The longest run of characters that is a feature. */
export const longestRun = 3

/** What the names of features begin with that are no runs of characters. */
const named = '=>^!~<#@'

export const isRun = (name: string): boolean => name.length <= longestRun && !named.includes(name.charAt(0))

/** Runs of one to three characters of a text, none across a mark; all digits look alike. */
export const runsOf = (text: string): Set<string> => {
  const runs = new Set<string>()
  for (const clause of text.replace(/\d/g, '0').split(/[，。]/)) {
    for (let start = 0; start < clause.length; start++) {
      const end = Math.min(clause.length, start + longestRun)
      for (let stop = start + 1; stop <= end; stop++) runs.add(clause.slice(start, stop))
    }
  }
  return runs
}
