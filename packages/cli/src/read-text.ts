import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { usageError } from './errors/cli-error.ts'

let isTaken = false

/** Standard input, for whatever was given as `-`. It ends once: a second `-` is refused. */
export function takeStandardInput(): NodeJS.ReadStream {
  if (isTaken) throw usageError('Standard input can be read only once.', 'Give one - only, and a path for the rest.')
  isTaken = true
  return process.stdin
}

/** A text that was typed; `-` stands for standard input. */
export async function readPrompt<Text extends string | undefined>(typed: Text): Promise<Text | string> {
  return typed === '-' ? (await text(takeStandardInput())).trim() : typed
}

/** A file as text; `-` stands for standard input. */
export async function readTextFile(path: string): Promise<string> {
  if (path === '-') return text(takeStandardInput())
  return readFile(path, 'utf8').catch(() => {
    throw usageError(`${path} cannot be read.`, 'Give the path of a file, or - for standard input.')
  })
}
