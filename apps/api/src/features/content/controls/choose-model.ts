import type { TextModel } from '#models/port.ts'
import { invalidField } from '#shared/app-error.ts'

/** Throws VALIDATION_ERROR for a model that is not configured. */
export function checkModel(name: string | undefined, model: TextModel, builtIn: TextModel): void {
  if (chooseModel(name, model, builtIn)) return
  throw invalidField('model', `must be one of: ${modelNames(model, builtIn).join(', ')}`)
}

/** The names that a request may choose from, the default first. */
function modelNames(model: TextModel, builtIn: TextModel): string[] {
  const behind = model.choices ?? [model]
  return [...new Set([...behind.map(({ name }) => name), builtIn.name])]
}

/** The model of a name; undefined when none is configured under it. Without a name the default, with all that take over. */
export function chooseModel(name: string | undefined, model: TextModel, builtIn: TextModel): TextModel | undefined {
  if (name === undefined) return model
  return [...(model.choices ?? [model]), builtIn].find((candidate) => candidate.name === name)
}
