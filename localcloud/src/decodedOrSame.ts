/** A part of an address decoded; as it stands where it cannot be. */
export const decodedOrSame = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
