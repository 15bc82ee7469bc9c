import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { usageError } from './errors/cli-error.ts'

/** A text that was typed; `-` stands for standard input. */
export async function readPrompt<Text extends string | undefined>(typed: Text): Promise<Text | string> {
  return typed === '-' ? (await text(process.stdin)).trim() : typed
}

/** A file as text; `-` stands for standard input. */
export async function readTextFile(path: string): Promise<string> {
  if (path === '-') return text(process.stdin)
  return readFile(path, 'utf8').catch(() => {
    throw usageError(`${path} cannot be read.`, 'Give the path of a file, or - for standard input.')
  })
}
