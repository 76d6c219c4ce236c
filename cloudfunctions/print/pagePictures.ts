import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PDFiumLibrary } from '@hyzyla/pdfium'

/** Dots per inch of a picture of a sheet: what office printers show. PDF counts 72. */
const scale = 200 / 72

// Laid beside the bundle by functions.json; started once in an instance.
let library: Promise<PDFiumLibrary> | undefined
const pdfium = () => (library ??= startPdfium())

const startPdfium = async (): Promise<PDFiumLibrary> => {
  const library = await import('@hyzyla/pdfium')
  return library.PDFiumLibrary.init({
    wasmBinary: new Uint8Array(readFileSync(join(__dirname, 'pdfium.wasm'))).buffer,
  })
}

/** A PNG of every page, as a viewer shows it. */
export const pagePictures = async (pdf: Buffer): Promise<Buffer[]> => {
  const document = await (await pdfium()).loadDocument(pdf)
  try {
    const pictures: Buffer[] = []
    for (const page of document.pages()) {
      const { data } = await page.render({ scale, render: toPng })
      pictures.push(Buffer.from(data))
    }
    return pictures
  } finally {
    document.destroy()
  }
}

const toPng = async ({
  data,
  width,
  height,
}: {
  data: Uint8Array
  width: number
  height: number
}): Promise<Uint8Array> => {
  const { PNG } = await import('pngjs')
  const png = new PNG({ width, height })
  png.data = Buffer.from(data)
  return PNG.sync.write(png, { colorType: 2 })
}
