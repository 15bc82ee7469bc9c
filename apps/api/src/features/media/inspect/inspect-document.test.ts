import { afterAll, describe, expect, test } from 'vitest'
import { makePdf, removeMediaFiles, writeMediaFile } from '../../../../test/media-files/index.ts'
import { inspectFile } from './index.ts'

afterAll(removeMediaFiles)

const inspect = async (name: string, bytes: Uint8Array) => inspectFile(await writeMediaFile(name, bytes))

describe('a PDF', () => {
  test('has its pages counted, and the size of the first one, in points', async () => {
    expect(await inspect('three.pdf', makePdf(3))).toEqual({
      kind: 'document',
      mimeType: 'application/pdf',
      width: 595,
      height: 842,
      rotation: 0,
      facts: { pages: 3 },
    })
    expect((await inspect('many.pdf', makePdf(301))).facts).toEqual({ pages: 301 })
  })

  const LOCKED =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(1234567890123456) (1234567890123456)] '

  test.for([
    ['cut short', makePdf(3).subarray(0, 150), 'damaged'],
    ['that is none', Buffer.from('%PDF-1.4\nNothing of a document.'), 'damaged'],
    ['with a password', makePdf(1, { trailer: LOCKED }), 'password'],
    [
      'with a page in it',
      Buffer.concat([Buffer.from('%PDF-1.4\n<script>alert(1)</script>'), makePdf(1)]),
      'in addition',
    ],
    [
      'that is an archive too',
      Buffer.concat([makePdf(1), Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]),
      'in addition',
    ],
  ] as const)('%s is refused', async ([name, bytes, said]) => {
    await expect(inspect(`${name}.pdf`, bytes)).rejects.toMatchObject({ publicMessage: expect.stringContaining(said) })
  })
})
