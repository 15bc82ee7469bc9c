import { parse } from 'content-disposition'
import { toDisplayName } from './display-name.ts'
import { decodeName } from './read-file-name.ts'

interface NamedAnswer {
  /** Where the answer came from. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** The name of a file that was fetched, safe to show: as its server says, else as its address ends. */
export function nameFile({ url, headers }: NamedAnswer): string {
  const path = new URL(url).pathname
  return toDisplayName(nameSaid(headers['content-disposition']) ?? decodePath(path.slice(path.lastIndexOf('/') + 1)))
}

/** RFC 6266. */
function nameSaid(header: string | undefined): string | undefined {
  try {
    const name = header === undefined ? undefined : parse(header).parameters['filename']
    return name === undefined ? undefined : decodeName(name)
  } catch {
    // What cannot be read says nothing.
    return undefined
  }
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
