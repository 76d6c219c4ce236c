import { Offline } from '../offline'

/** A file the person chose. */
export interface LocalFile {
  path: string
  name: string
  /** Bytes. */
  size: number
}

/** Lets the person choose a file with one of these endings; undefined when they think better of it. */
export const chooseFile = (endings: readonly string[]): Promise<LocalFile | undefined> =>
  new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = endings.map(ending => `.${ending}`).join(',')
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file && { path: URL.createObjectURL(file), name: file.name, size: file.size })
    })
    input.click()
  })

/** Hands a file of the cloud to the person: the browser saves it. Throws `Offline`. */
export const openFile = async (url: string, fileName: string): Promise<void> => {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Offline(error)
  })
  if (!response.ok) throw new Offline(new Error(`${response.status}`))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
