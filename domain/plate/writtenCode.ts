/** The page that a plate's code opens. */
export const platePage = 'pages/plate/index'

/** A plate's code: 20 characters of Crockford's base 32, lower case. */
export const codeShape = /^[0-9a-hjkmnp-tv-z]{20}$/

/** A code as it is printed under the picture, for who cannot scan: capitals in groups of four. */
export const writtenCode = (code: string): string =>
  code
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? ''

/**
 * The plate's code in what a camera read (a path or an address with `scene`) or a person typed: spaces, hyphens, full-width
 * and capital letters, and the letters people write for 0 and 1 do not matter. Undefined when it is something else.
 */
export const codeIn = (text: string): string | undefined => {
  const scene = /[?&]scene=([^&#]*)/.exec(text)?.[1]
  const code = (scene === undefined ? text : decoded(scene))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·\-–—_.]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return codeShape.test(code) ? code : undefined
}

const decoded = (scene: string): string => {
  try {
    return decodeURIComponent(scene)
  } catch {
    // A lone % is no plate of ours.
    return ''
  }
}
