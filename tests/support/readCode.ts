import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a camera reads from a picture of one code. Throws when there is none in it. */
export const readCode = (png: Buffer): Promise<string> => readCodeAt(png, 0, 1, 1)

/** What a camera reads that is held over one of the `columns` × `rows` parts of a picture, from 0 in the order of reading. */
export const readCodeAt = (png: Buffer, part: number, columns: number, rows: number): Promise<string> =>
  new Promise((done, fail) => {
    const worker = new Worker(join(__dirname, 'codeReader.cjs'), {
      workerData: { png, part, columns, rows },
    })
    worker.once('error', fail)
    worker.once('message', (text: string | null) =>
      text === null
        ? fail(new Error(`no code to be read in part ${part} of ${columns} × ${rows}`))
        : done(text),
    )
  })
