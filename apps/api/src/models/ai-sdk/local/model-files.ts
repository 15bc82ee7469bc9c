import { existsSync, openSync, readdirSync, readSync, closeSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A name that a setting may give a model: a file of the models directory, or of a directory in it. */
const NAME = /^[A-Za-z0-9_][\w.+=-]*(?:\/[A-Za-z0-9_][\w.+=-]*)*$/u

/** Every GGUF file begins with it: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. */
const MAGIC = 'GGUF'

/** Whether a model may be called that. A name that leads out of the models directory is none. */
export function isModelName(name: string): boolean {
  return NAME.test(name) && !name.split('/').some((part) => part === '..')
}

/** The path of a model by its name, with or without `.gguf`; undefined when there is no such file. */
export function findModelFile(directory: string, name: string): string | undefined {
  if (!isModelName(name)) return undefined
  return [name, `${name}.gguf`].map((file) => join(directory, file)).find((path) => isFile(path))
}

/** The models of the directory, by their names. */
export function listModelFiles(directory: string): readonly { readonly name: string; readonly bytes: number }[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.gguf') && isModelName(name) && isFile(join(directory, name)))
    .toSorted()
    .map((name) => ({ name, bytes: statSync(join(directory, name)).size }))
}

/** Whether a file begins as models do. */
export function isGguf(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(MAGIC.length)
    return readSync(file, bytes) === MAGIC.length && bytes.toString('latin1') === MAGIC
  } finally {
    closeSync(file)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
