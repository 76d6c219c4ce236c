import type { Color, PDFFont, PDFPage, RGB } from '@cantoo/pdf-lib'

export interface Box {
  x: number
  /** Of the lower edge. */
  y: number
  width: number
  height: number
}

// As the library's own `rgb` gives it: the library itself is loaded when a sheet is printed.
const rgb = (red: number, green: number, blue: number) => ({ type: 'RGB', red, green, blue }) as RGB

export const ink = rgb(0.106, 0.16, 0.157)
export const soft = rgb(0.31, 0.376, 0.365)
export const primary = rgb(0.043, 0.396, 0.341)
export const white = rgb(1, 1, 1)

interface Writing {
  x: number
  /** Of the base line. */
  y: number
  size: number
  /** It is made smaller to fit, and cut when it would become too small. */
  width: number
  colour?: Color
  align?: 'left' | 'middle'
}

/** How small a line may become, as a share of its size. */
const smallest = 0.55

/** Writes on a page in one font, so that every line stays in its place. */
export class Pen {
  page!: PDFPage
  /** Characters that the font does not have. */
  readonly missing = new Set<string>()
  private readonly known: ReadonlySet<number>

  constructor(private readonly font: PDFFont) {
    this.known = new Set(font.getCharacterSet())
  }

  /** Writes one line; the width it took. */
  write(words: string, { x, y, size, width, colour = ink, align = 'left' }: Writing): number {
    const whole = this.printable(words)
    const natural = this.font.widthOfTextAtSize(whole, size)
    const fitting = size * Math.min(1, Math.max(smallest, width / natural))
    const text = this.cut(whole, fitting, width)
    const taken = this.font.widthOfTextAtSize(text, fitting)
    const left = align === 'middle' ? x + (width - taken) / 2 : x
    this.page.drawText(text, { x: left, y, size: fitting, font: this.font, color: colour })
    return taken
  }

  private cut(words: string, size: number, width: number): string {
    const characters = [...words]
    const fits = (text: string) => this.font.widthOfTextAtSize(text, size) <= width + 0.01
    if (fits(words)) return words
    while (characters.length && !fits(`${characters.join('')}…`)) characters.pop()
    return `${characters.join('')}…`
  }

  /** A full-width blank stands for a character that the font lacks, so that there is room to write it in. */
  private printable(words: string): string {
    return [...words]
      .map(character => {
        if (this.known.has(character.codePointAt(0) ?? 0)) return character
        this.missing.add(character)
        return '\u3000'
      })
      .join('')
  }
}
