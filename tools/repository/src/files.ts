import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the repository is, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** A file of the repository, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8')
}

/** The names of the files in a directory of the repository that end with `ending`, sorted. */
export function listFiles(directory: string, ending: string): string[] {
  return readdirSync(`${ROOT}${directory}`)
    .filter((name) => name.endsWith(ending))
    .toSorted()
}
