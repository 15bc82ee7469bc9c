import type { OtherAnswer } from '../common/operation.ts'

const VALIDATORS = {
  ETag: 'The version of the file: a strong ETag of its bytes.',
  'Cache-Control': 'How long it may be cached: until the link expires.',
}

const OF_FILE = {
  ...VALIDATORS,
  'Accept-Ranges': '`bytes`: byte ranges are supported.',
  'Content-Disposition': 'The name of the file.',
  'Last-Modified': 'When it was uploaded.',
}

/** What a file is answered with, by status: RFC 9110, 13 to 15. */
export function fileAnswers(contentTypes: NonNullable<OtherAnswer['contentTypes']>): Record<number, OtherAnswer> {
  return {
    200: { description: 'The file.', contentTypes, headers: OF_FILE },
    206: {
      description: 'The requested range of the file.',
      contentTypes,
      headers: { ...OF_FILE, 'Content-Range': 'The range, and the size of the file.' },
    },
    304: { description: 'Not modified: the cached file is current.', headers: VALIDATORS },
    412: { description: 'Precondition failed: the file is another version.' },
    416: {
      description: 'The file has no such range.',
      headers: { 'Content-Range': 'The size of the file: `bytes */248113`.' },
    },
  }
}
