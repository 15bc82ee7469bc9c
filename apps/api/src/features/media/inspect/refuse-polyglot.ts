import { UnsupportedMediaError } from './errors.ts'
import type { MediaKind } from './formats.ts'
import type { RandomAccessFile } from './random-access-file.ts'

/** Browsers look this far for markup (mimesniff, 1445 bytes), PDF readers 1024 for their header. */
const HEAD_BYTES = 2048
/** A ZIP's last record: 22 bytes and a comment of at most 64 KiB. */
const TAIL_BYTES = 22 + 0xffff

/** What makes another program take the file for its own. Lower case; compared without regard to case. */
const PDF = '%pdf-'
const FOREIGN = [PDF, '<!doctype', '<html', '<script', '<?php']
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')

/**
 * Refuses a file that is a picture, a video or a document and something else as well: a page, a program or an archive.
 *
 * @throws UnsupportedMediaError
 */
export function refusePolyglot(file: RandomAccessFile, kind: MediaKind): void {
  const head = file.read(0, HEAD_BYTES)
  // A document is a PDF from its first byte on, and no other begins in it.
  const isDocument = kind === 'document' && head.subarray(0, PDF.length).toString('latin1').toLowerCase() === PDF
  refuseForeignText(isDocument ? head.subarray(PDF.length) : head)
  if (endsAsZip(file.read(Math.max(0, file.size - TAIL_BYTES), TAIL_BYTES))) throw twoInOne()
}

/**
 * Refuses bytes that begin a page, a program or a PDF anywhere. For what follows the end of a picture: phones put a
 * second picture or a short film there, so it may not be refused for being there.
 *
 * @throws UnsupportedMediaError
 */
export function refuseForeignText(bytes: Buffer): void {
  const text = bytes.toString('latin1').toLowerCase()
  if (FOREIGN.some((mark) => text.includes(mark))) throw twoInOne()
}

/** Four bytes alone may stand there by chance; with a comment that ends where the file does, they do not. */
function endsAsZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(ZIP_END); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}

function twoInOne(): UnsupportedMediaError {
  return new UnsupportedMediaError('The file contains another document in addition to what it seems to be.')
}
