import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  garbageBehindHeader,
  makeEncryptedMp4,
  makeHeic,
  makeOtherJpeg,
  ODD_FILES,
  type OddFile,
  withFrames,
  HEIC_HEIGHT,
  HEIC_WIDTH,
  makeBlackPng,
  makeMediaFiles,
  makeTextBomb,
  type MediaFileName,
  type MediaFiles,
  PICTURE_HEIGHT,
  PICTURE_WIDTH,
  removeMediaFiles,
  truncate,
  VIDEO_HEIGHT,
  VIDEO_SECONDS,
  VIDEO_WIDTH,
  writeMediaFile,
} from '../../../../test/media-files/index.ts'
import { createInspectFile, InspectionFailedError, UnsupportedMediaError } from './index.ts'

const inspectFile = createInspectFile()
const SIX_FORMATS = ['jpeg', 'png', 'webp', 'mp4', 'mov', 'webm'] as const satisfies MediaFileName[]
/** It was refused for what it is, and not because an inspection took the 30 s after which it is ended. */
const QUICKLY_MS = 25_000

let files: MediaFiles
beforeAll(async () => {
  files = await makeMediaFiles()
}, 30_000)
afterAll(removeMediaFiles)

async function refusal(path: string): Promise<string> {
  const started = performance.now()
  const error: unknown = await inspectFile(path).then(
    (media) => expect.unreachable(`taken as ${JSON.stringify(media)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UnsupportedMediaError)
  expect(performance.now() - started).toBeLessThan(QUICKLY_MS)
  const { publicMessage } = error as UnsupportedMediaError
  expect(publicMessage).not.toContain(dirname(path))
  return publicMessage
}

describe('a whole file is recognised by its bytes', () => {
  const picture = { kind: 'image', width: PICTURE_WIDTH, height: PICTURE_HEIGHT, rotation: 0 }
  const video = { kind: 'video', width: VIDEO_WIDTH, height: VIDEO_HEIGHT, rotation: 0 }

  test.for([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const)('%s', async ([name, mimeType]) => {
    expect(await inspectFile(files[name])).toEqual({
      ...picture,
      mimeType,
      colours: ['sky blue', 'forest green'],
      facts: expect.objectContaining({ color: expect.objectContaining({ bit_depth: 8, hdr: false }) }),
    })
  })

  test.for([
    ['mp4', 'video/mp4'],
    ['mp4IndexLast', 'video/mp4'],
    ['mp4Fragmented', 'video/mp4'],
    ['mov', 'video/quicktime'],
  ] as const)('%s', async ([name, mimeType]) => {
    expect(await inspectFile(files[name])).toEqual({
      ...video,
      mimeType,
      durationSeconds: VIDEO_SECONDS,
      facts: expect.objectContaining({ video_codec: 'h264', frame_rate: 10, has_audio: false }),
    })
  })

  test.for(['webm', 'webmOpenEnded'] as const)('%s', async (name) => {
    const media = await inspectFile(files[name])
    expect(media).toMatchObject({ ...video, mimeType: 'video/webm' })
    // The container does not say how long the last picture stays.
    expect(media.kind === 'video' && media.durationSeconds).toBeCloseTo(VIDEO_SECONDS - 0.1)
  })

  test('whatever its name says', async () => {
    const path = await writeMediaFile('really-a-jpeg.mp4', await readFile(files.jpeg))
    expect(await inspectFile(path)).toMatchObject({ kind: 'image', mimeType: 'image/jpeg' })
  })

  test("a phone picture's orientation swaps its shown dimensions", async () => {
    const media = await inspectFile(files.jpegOrientation6)
    expect(media).toMatchObject({ width: PICTURE_HEIGHT, height: PICTURE_WIDTH, rotation: 90 })
  })

  test("a phone video's rotation swaps its shown dimensions", async () => {
    const media = await inspectFile(files.mp4Rotated90)
    expect(media).toMatchObject({ width: VIDEO_HEIGHT, height: VIDEO_WIDTH, rotation: 90 })
  })

  test('a large honest picture is taken', async () => {
    expect(await inspectFile(await writeMediaFile('49mp.png', makeBlackPng(7000, 7000)))).toMatchObject({
      width: 7000,
      colours: ['black'],
    })
  })
})

describe('a broken file is refused', () => {
  test('a JPEG cut in half is refused', async () => {
    expect(await refusal(await truncate(files.jpeg, 0.5))).toBe('The file is not a complete JPEG: it ends early.')
  })

  test.for(SIX_FORMATS)('a cut %s is refused, wherever it was cut', async (name) => {
    const cut = await Promise.all([0.1, 0.6, 0.999].map((part) => truncate(files[name], part)))
    for (const message of await Promise.all(cut.map(refusal))) expect(message).toMatch(/ends early/)
  })

  test('a truncated faststart MP4 is refused', async () => {
    expect(await refusal(await truncate(files.mp4, 0.9))).toBe('The file is not a complete MP4: it ends early.')
  })

  test('a truncated faststart MP4 is refused although its last box leaves its size open', async () => {
    const bytes = await readFile(await truncate(files.mp4, 0.9))
    const mdat = bytes.indexOf('mdat', 0, 'latin1') - 4
    bytes.writeUInt32BE(0, mdat)
    expect(await refusal(await writeMediaFile('open-mdat.mp4', bytes))).toMatch(/not a complete MP4/)
  })

  test('a truncated recording of a browser, its sizes left open, is refused', async () => {
    expect(await refusal(await truncate(files.webmOpenEnded, 0.9))).toMatch(/ends early/)
  })

  test('a WebM whose second half was never filled is refused', async () => {
    const bytes = await readFile(files.webm)
    // What each VP8 key frame begins with.
    const mark = Buffer.from([0x9d, 0x01, 0x2a])
    for (let at = bytes.indexOf(mark, bytes.length / 2); at !== -1; at = bytes.indexOf(mark, at))
      bytes.fill(0, at, at + 3)
    expect(await refusal(await writeMediaFile('hollow.webm', bytes))).toMatch(/damaged/)
  })

  test.for(SIX_FORMATS)('a right header on garbage is refused: %s', async (name) => {
    for (const headerBytes of [20, 64]) await refusal(await garbageBehindHeader(name, headerBytes))
  })

  test.for(['mp4', 'mov'] as const)('a right index over garbage is refused: %s', async (name) => {
    const mdat = (await readFile(files[name])).indexOf('mdat', 0, 'latin1') + 4
    await refusal(await garbageBehindHeader(name, mdat))
  })

  test.for(SIX_FORMATS)('the first 20 bytes of a file are refused: %s', async (name) => {
    await refusal(await writeMediaFile(`20-${name}`, (await readFile(files[name])).subarray(0, 20)))
  })

  test('an empty file is refused', async () => {
    expect(await refusal(await writeMediaFile('empty', Buffer.alloc(0)))).toBe('The file is empty.')
  })
})

describe('what every player plays is taken, though it breaks a rule of its format', () => {
  test.for(Object.keys(ODD_FILES) as OddFile[])('%s', async (name) => {
    const media = await inspectFile(await writeMediaFile(name, await ODD_FILES[name]()))
    const isVideo = /\.(mp4|mov)$/.test(name)
    expect(media).toMatchObject({ kind: isVideo ? 'video' : 'image', rotation: 0 })
    if (media.kind === 'video') expect(media).toMatchObject({ width: VIDEO_WIDTH, durationSeconds: VIDEO_SECONDS })
    // What viewers put right for themselves is kept put right.
    const isRepaired = /end marker|RIFF/.test(name)
    expect(media.kind === 'image' && media.replacement !== undefined).toBe(isRepaired)
  })
})

describe('a HEIC is taken as a JPEG', () => {
  const convert = async (name: string, heic: Parameters<typeof makeHeic>[0]) => {
    const media = await inspectFile(await writeMediaFile(`${name}.heic`, await makeHeic(heic)))
    if (media.kind !== 'image' || !media.replacement) return expect.unreachable()
    const { format, width, height, exif, icc } = await sharp(media.replacement).metadata()
    const { channels } = await sharp(media.replacement).stats()
    expect({ format, width, height, exif, icc }).toMatchObject({ format: 'jpeg', exif: undefined, icc: undefined })
    expect([media.width, media.height]).toEqual([width, height])
    return { media, red: channels[0]?.mean ?? 0 }
  }

  test('of the colors of the web, without what says where it was taken', async () => {
    const { media, red } = await convert('p3', {})
    expect(media).toMatchObject({ mimeType: 'image/jpeg', width: HEIC_WIDTH, height: HEIC_HEIGHT, colours: ['red'] })
    expect(media).toMatchObject({ original: { mime_type: 'image/heic', width: HEIC_WIDTH, height: HEIC_HEIGHT } })
    expect(media.facts.warnings).toMatchObject([{ code: 'converted' }])
    // The red of a larger space is a stronger one in a smaller.
    const plain = await convert('plain', { isP3: false })
    expect(red - plain.red).toBeGreaterThan(8)
  })

  test('upright', async () => {
    const { media } = await convert('turned', { turns: 3 })
    expect(media).toMatchObject({ width: HEIC_HEIGHT, height: HEIC_WIDTH, rotation: 0 })
  })

  test('unless it is cut', async () => {
    const heic = await makeHeic()
    expect(await refusal(await writeMediaFile('cut.heic', heic.subarray(0, heic.length - 200)))).toMatch(
      /complete HEIC/,
    )
  })
})

describe('what is not taken is refused with its name', () => {
  test.for<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an encrypted MP4', makeEncryptedMp4, /protected/],
    ['a JPEG of 12 bits', () => makeOtherJpeg({ bits: 12 }), /12 bits/],
    ['an arithmetic JPEG', () => makeOtherJpeg({ marker: 0xc9 }), /arithmetic/],
    ['a PNG of two frames', () => withFrames(2), /animated/],
  ])('%s', async ([name, make, message]) => {
    expect(await refusal(await writeMediaFile(name, await make()))).toMatch(message)
  })

  test.for([
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), /type GIF/],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /not a supported image, video or document|SVG|XML/,
    ],
    ['a page', Buffer.from('<!doctype html><title>cat.jpg</title>'), /not a supported image, video or document/],
    ['a document of another kind', Buffer.from('{\\rtf1 Words}'), /type RTF/],
    ['an AVIF', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0mif1avif', 'latin1'), /type AVIF.*HEIC/],
    ['the head of a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /not a complete HEIC/],
    ['text', Buffer.from('just words'), /not a supported image, video or document/],
  ] as const)('%s renamed to .jpg', async ([name, bytes, message]) => {
    expect(await refusal(await writeMediaFile(`${name}.jpg`, bytes))).toMatch(message)
  })

  test('an animated WebP', async () => {
    expect(await refusal(files.animatedWebp)).toMatch(/animated/)
  })
})

describe('a hostile file is refused', () => {
  test('a pixel bomb', async () => {
    expect(await refusal(await writeMediaFile('bomb.png', makeBlackPng(16_000, 16_000)))).toMatch(/50 megapixels/)
  })

  test('text chunks that unpack to gigabytes', async () => {
    const bomb = makeTextBomb(200e6)
    const bytes = makeBlackPng(
      64,
      64,
      Array.from({ length: 20 }, () => bomb),
    )
    expect(await refusal(await writeMediaFile('texts.png', bytes))).toMatch(/unpack/)
  })

  test('many texts that together unpack to too much', async () => {
    const bytes = makeBlackPng(
      64,
      64,
      Array.from({ length: 20 }, () => makeTextBomb(1e6)),
    )
    expect(await refusal(await writeMediaFile('many-texts.png', bytes))).toMatch(/unpack/)
  })

  test('a picture that is an archive as well', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
    const bytes = Buffer.concat([await readFile(files.jpeg), zip])
    expect(await refusal(await writeMediaFile('gifar.jpg', bytes))).toMatch(/another document/)
  })

  test('a picture that is a page as well', async () => {
    const bytes = Buffer.concat([await readFile(files.png), Buffer.from('<HTML><script>alert(1)</script>')])
    expect(await refusal(await writeMediaFile('page.png', bytes))).toMatch(/another document/)
  })

  test('a film that is a PDF as well', async () => {
    const bytes = await readFile(files.mp4)
    const free = Buffer.from('\0\0\0\x20free%PDF-1.7 and more of it.', 'latin1')
    const ftyp = bytes.readUInt32BE(0)
    const padded = Buffer.concat([bytes.subarray(0, ftyp), Buffer.concat([free], 32), bytes.subarray(ftyp)])
    expect(await refusal(await writeMediaFile('paper.mp4', padded))).toMatch(/another document/)
  })
})

describe('the server outlives every inspection', () => {
  test('a file that stalls is given up on', async () => {
    const path = join(dirname(files.jpeg), 'stall.jpg')
    execFileSync('mkfifo', [path])
    const impatient = createInspectFile({ timeoutMs: 300 })
    // Not said to be the file's fault: the machine may be busy.
    await expect(impatient(path)).rejects.toThrow(InspectionFailedError)
    // Its place is free again.
    expect(await createInspectFile({ maxParallel: 1 })(files.png)).toMatchObject({ kind: 'image' })
  })

  test('the signal ends an inspection, and one that waits for its turn', async () => {
    const path = join(dirname(files.jpeg), 'stall-2.jpg')
    execFileSync('mkfifo', [path])
    const one = createInspectFile({ maxParallel: 1 })
    const [first, second] = [new AbortController(), new AbortController()]
    const running = one(path, { signal: first.signal })
    const waiting = one(files.jpeg, { signal: second.signal })
    const last = one(files.jpeg)
    second.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    first.abort(new Error('gone too'))
    await expect(running).rejects.toThrow('gone too')
    expect(await last).toMatchObject({ kind: 'image' })
  })

  test('a file that we cannot open is our fault', async () => {
    await expect(inspectFile('/nowhere/a.jpg')).rejects.toBeInstanceOf(InspectionFailedError)
  })

  test('many at once all get their answer', async () => {
    const all = await Promise.all(
      [files.jpeg, files.png, files.webp, files.mp4, files.webm].map((path) => inspectFile(path)),
    )
    expect(all.map(({ kind }) => kind)).toEqual(['image', 'image', 'image', 'video', 'video'])
  })
})
