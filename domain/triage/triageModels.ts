import { LinearModel } from './linearModel'
import model from './model.json'
import type { ModelData } from './modelData'

/** The models this version ships, by id: a policy names the one it was tried with. */
export const triageModels: Readonly<Record<string, ModelData>> = { [model.id]: model }

const ready = new Map<string, LinearModel>()

/** The model made ready for use, once. Throws when this version has not got it: another one would decide otherwise. */
export const modelOf = (id: string): LinearModel => {
  const known = ready.get(id)
  if (known) return known
  const data = triageModels[id]
  if (!data) throw new Error(`The triage model ${id} is not in this version.`)
  const model = new LinearModel(data)
  ready.set(id, model)
  return model
}
