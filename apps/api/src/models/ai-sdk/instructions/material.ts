import { createHash } from 'node:crypto'

/**
 * A text of a request, and what it is to the model. Those whose label begins with `foreign` were written by others than the
 * customer; `picture` and `post` are what a picture is to be drawn for.
 */
export interface Material {
  readonly label:
    | 'brief'
    | 'wishes'
    | 'brand'
    | 'call to action'
    | 'style'
    | 'style example'
    | 'foreign file names'
    | 'foreign page'
    | 'previous caption'
    | 'change'
    | 'subject'
    | 'picture'
    | 'post'
  readonly text: string
}

/**
 * A code that stands in none of the texts, so that none can forge the lines that close its block.
 *
 * It is made from the texts, not drawn: one brief gives one request, which tests and a vendor's cache can rely on.
 */
export function markFor(texts: readonly string[]): string {
  for (let round = 0; ; round++) {
    const mark = createHash('sha256')
      .update(JSON.stringify([round, texts]))
      .digest('hex')
      .slice(0, 12)
    if (!texts.some((text) => text.includes(mark))) return mark
  }
}

/** The lines around a block of material. */
export function beginOf(mark: string, label: string): string {
  return `<<<${mark} ${label}>>>`
}

export function endOf(mark: string, label: string): string {
  return `<<<${mark} end of ${label}>>>`
}

/** The text between lines that name it and carry the code. */
export function enclose({ label, text }: Material, mark: string): string {
  return `${beginOf(mark, label)}\n${text}\n${endOf(mark, label)}`
}
