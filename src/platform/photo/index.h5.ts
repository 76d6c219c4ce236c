/** A picture in the browser: an object address. */
export interface LocalPhoto {
  path: string
  /** `jpg`, `png` or `webp`. */
  extension: string
}

/** Longest side of what is sent, px: enough to read a meter, small enough for a weak network. */
const sideMost = 1600

/** Lets the person choose up to `most` pictures and shrinks them; none when they think better of it. */
export const choosePhotos = (most: number): Promise<LocalPhoto[]> =>
  new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, most)
      resolve(Promise.all(files.map(shrink)))
    })
    input.click()
  })

/** Shows a picture large, in a tab of its own. */
export const showPhotos = (_urls: string[], current: string): void => {
  window.open(current, '_blank', 'noopener')
}

const shrink = async (file: File): Promise<LocalPhoto> => {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, sideMost / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.8))
    return { path: URL.createObjectURL(blob ?? file), extension: 'jpg' }
  } catch {
    // Not a picture this browser can read: the cloud looks at it and says so.
    return { path: URL.createObjectURL(file), extension: 'jpg' }
  }
}
