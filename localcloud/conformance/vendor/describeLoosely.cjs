// Some of the vendor's files give `describe` an async function, which the jest they were written for took.
const { describe: strict } = globalThis
const loose = (name, define) => strict(name, () => void define())
Object.assign(globalThis, { describe: Object.assign(loose, strict) })
