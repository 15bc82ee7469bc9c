import type { OtherAnswer } from '../common/operation.ts'

const VALIDATORS = {
  ETag: 'The version of the file: strong, of its bytes.',
  'Cache-Control': 'For how long it may be kept: until the link expires.',
}

const OF_FILE = {
  ...VALIDATORS,
  'Accept-Ranges': '`bytes`: parts of it can be asked for.',
  'Content-Disposition': 'The name of the file.',
  'Last-Modified': 'When it was uploaded.',
}

/** What a file is answered with, by status: RFC 9110, 13 to 15. */
export function fileAnswers(contentTypes: NonNullable<OtherAnswer['contentTypes']>): Record<number, OtherAnswer> {
  return {
    200: { description: 'The file.', contentTypes, headers: OF_FILE },
    206: {
      description: 'The part of it that was asked for.',
      contentTypes,
      headers: { ...OF_FILE, 'Content-Range': 'Which part of how many bytes.' },
    },
    304: { description: 'It is what the caller has already.', headers: VALIDATORS },
    412: { description: 'It is not what the caller takes it for.' },
    416: {
      description: 'It has no such part.',
      headers: { 'Content-Range': 'How many bytes it has: `bytes */248113`.' },
    },
  }
}
