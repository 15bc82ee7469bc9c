import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'
import { UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { InspectedDocument } from './media-facts.ts'

/** Nothing of a document is run or drawn: its pages are counted, and the first is measured. */
const OPTIONS = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 }

/**
 * Looks a PDF through, by Mozilla's PDF.js: page trees stand in compressed streams, encrypted and damaged in many ways. `unpdf` is the same
 * code without a drawing surface, and has no dependency.
 *
 * @throws UnsupportedMediaError
 */
export async function inspectDocument(path: string, { mimeType }: MediaFormat): Promise<InspectedDocument> {
  const bytes = new Uint8Array(await readFile(path))
  const document = await getDocumentProxy(bytes, OPTIONS).catch((cause: unknown) => {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    const message = isLocked
      ? 'The PDF is protected by a password. Remove it, and upload the new file.'
      : 'The PDF is damaged.'
    throw new UnsupportedMediaError(message, { cause })
  })
  const page = await document.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]
  return { kind: 'document', mimeType, width: wide, height: high, rotation: 0, facts: { pages: document.numPages } }
}
