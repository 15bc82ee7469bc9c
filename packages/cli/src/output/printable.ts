import { stripVTControlCharacters } from 'node:util'

/** A text as it may stand on a terminal: what a server sends can not move the cursor or change a title. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    '',
  )
}

/** The same, in one line. */
export function printableLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '))
}
