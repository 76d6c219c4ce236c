const numbers = new Map<string, number>()
const names: string[] = []

/** The number of a feature's name, given to it if it had none: a message's features are told apart by numbers. */
export const numberOfName = (name: string): number => {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, names.length)
  return names.push(name) - 1
}

export const nameOf = (number: number): string => names[number]!
