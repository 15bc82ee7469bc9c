import { createValueScanner, parseLeniently } from './json-tokens.ts'

/** What an answer says under one key, not yet looked at. */
export interface AnswerEntry<Key extends string = string> {
  readonly key: Key
  readonly value: unknown
}

export interface AnswerReader<Key extends string> {
  /** Takes the next words of the answer and gives the entries that they finish. */
  read(words: string): AnswerEntry<Key>[]
  /** All that was read. */
  text(): string
}

/**
 * Reads captions, and what comes with them, out of an answer while it comes: entries of any JSON object whose first key is one
 * that was asked for.
 *
 * So prose and code fences around it, a wrapping object, several objects and an end that was cut off do no harm.
 * What a model thinks aloud before (`<think>`, as local ones do) is passed over: it drafts there. Of two entries for
 * one key the first counts, since it may be saved already.
 */
export function createAnswerReader<Key extends string>(keys: readonly Key[]): AnswerReader<Key> {
  type Next = Step<Key>
  const objectStart = new RegExp(String.raw`\{\s*(?="(?:${keys.join('|')})"\s*:)`, 'iu')
  const missing = new Set(keys)
  const pieces: string[] = []
  /** What no step has taken yet. It stays short, so that a long answer is not gone over at every word. */
  let rest = ''
  /** What comes next: a step is taken when there is enough for it. */
  let step: () => Next = passThought

  function passThought(): Next {
    const begin = /^\s*<think(?:ing)?>/iu.exec(rest)
    if (!begin) return rest.trim().length < '<thinking>'.length ? undefined : { next: findObject }
    return { next: () => find(/<\/think(?:ing)?>/iu, findObject) }
  }

  function findObject(): Next {
    return find(objectStart, readKey)
  }

  /** Goes on behind a match, or keeps the last letters, in which one may have begun. */
  function find(pattern: RegExp, next: () => Next): Next {
    const match = pattern.exec(rest)
    rest = match ? rest.slice(match.index + match[0].length) : rest.slice(-LONGEST_START)
    return match ? { next } : undefined
  }

  function readKey(): Next {
    rest = rest.replace(/^[\s,]+/u, '')
    if (rest === '') return undefined
    // The object's end, or nothing that is JSON: the next object may begin behind it.
    if (!rest.startsWith('"')) return { next: findObject }
    return { next: () => readToken((key) => ({ next: () => readColon(key) })) }
  }

  function readColon(key: string): Next {
    rest = rest.replace(/^[\s:]+/u, '')
    return rest === '' ? undefined : { next: () => readToken((value) => takeEntry(key, value)) }
  }

  /** Reads a JSON value, however long, and hands it on. */
  function readToken(use: (token: string) => Next): Next {
    const scan = createValueScanner()
    const parts: string[] = []
    const readPiece = (): Next => {
      const end = scan(rest)
      parts.push(rest.slice(0, end))
      rest = end === undefined ? '' : rest.slice(end)
      return end === undefined ? undefined : use(parts.join(''))
    }
    return { next: readPiece }
  }

  function takeEntry(key: string, value: string): Next {
    const asked = keys.find((candidate) => candidate === key.slice(1, -1).toLowerCase())
    if (!asked || !missing.delete(asked)) return { next: readKey }
    return { next: readKey, entry: { key: asked, value: parseLeniently(value) } }
  }

  return {
    read(words) {
      pieces.push(words)
      rest += words
      const entries: AnswerEntry<Key>[] = []
      for (let taken = step(); taken; taken = step()) {
        step = taken.next
        if (taken.entry) entries.push(taken.entry)
      }
      return entries
    },
    text: () => pieces.join(''),
  }
}

/** The next step, and what the one just taken found; undefined when more is needed for it. */
type Step<Key extends string> = { readonly next: () => Step<Key>; readonly entry?: AnswerEntry<Key> } | undefined

/** Longer than the beginning of an object that is looked for, or a closing tag. */
const LONGEST_START = 100
