const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = code => text => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)

export const green = paint(32)
export const red = paint(31)
export const dim = paint(2)
export const bold = paint(1)

/** Prints one line. */
export const say = (line = '') => process.stdout.write(`${line}\n`)

/** `1.2 s` since a `performance.now()`. */
export const since = start => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** Says every ten seconds that a long step is still going; call what it returns when the step is over. */
export const keepSaying = what => {
  const start = performance.now()
  const timer = setInterval(() => say(dim(`  … ${what}, ${since(start)}`)), 10_000)
  return () => clearInterval(timer)
}
