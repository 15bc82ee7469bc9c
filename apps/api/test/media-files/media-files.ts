import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAnimatedWebp, makePicture } from './make-pictures.ts'
import { makeVideo } from './make-videos.ts'

interface Recipe {
  readonly extension: string
  readonly make: () => Promise<Buffer>
}

const RECIPES = {
  jpeg: { extension: 'jpg', make: () => makePicture('jpeg') },
  /** Stored lying on its side: to be turned by 90 degrees. */
  jpegOrientation6: { extension: 'jpg', make: () => makePicture('jpeg', { orientation: 6 }) },
  png: { extension: 'png', make: () => makePicture('png') },
  webp: { extension: 'webp', make: () => makePicture('webp') },
  animatedWebp: { extension: 'webp', make: makeAnimatedWebp },
  /** H.264, index first. */
  mp4: { extension: 'mp4', make: () => makeVideo('mp4') },
  mp4IndexLast: { extension: 'mp4', make: () => makeVideo('mp4-index-last') },
  mp4Fragmented: { extension: 'mp4', make: () => makeVideo('mp4-fragmented') },
  mp4Rotated90: { extension: 'mp4', make: () => makeVideo('mp4', { rotation: 90 }) },
  mov: { extension: 'mov', make: () => makeVideo('mov') },
  /** VP8. */
  webm: { extension: 'webm', make: () => makeVideo('webm') },
  webmOpenEnded: { extension: 'webm', make: () => makeVideo('webm-open-ended') },
} as const satisfies Record<string, Recipe>

export type MediaFileName = keyof typeof RECIPES
/** Paths. */
export type MediaFiles = Readonly<Record<MediaFileName, string>>

let made: Promise<MediaFiles> | undefined
let directory: Promise<string> | undefined

/** Whole, real files of every format, made once in a process. Give them back with `removeMediaFiles`. */
export function makeMediaFiles(): Promise<MediaFiles> {
  made ??= makeAll()
  return made
}

/** Writes a file next to them, and returns its path. */
export async function writeMediaFile(name: string, bytes: Uint8Array): Promise<string> {
  directory ??= makeDirectory()
  const path = join(await directory, name)
  await writeFile(path, bytes)
  return path
}

/** Removes all that was made: for `afterAll`, since a test runner's workers may be ended without an exit event. */
export async function removeMediaFiles(): Promise<void> {
  const path = await directory
  directory = undefined
  made = undefined
  if (path !== undefined) await rm(path, { recursive: true, force: true })
}

async function makeAll(): Promise<MediaFiles> {
  const write = async (name: MediaFileName) =>
    writeMediaFile(`${name}.${RECIPES[name].extension}`, await RECIPES[name].make())
  return {
    jpeg: await write('jpeg'),
    jpegOrientation6: await write('jpegOrientation6'),
    png: await write('png'),
    webp: await write('webp'),
    animatedWebp: await write('animatedWebp'),
    mp4: await write('mp4'),
    mp4IndexLast: await write('mp4IndexLast'),
    mp4Fragmented: await write('mp4Fragmented'),
    mp4Rotated90: await write('mp4Rotated90'),
    mov: await write('mov'),
    webm: await write('webm'),
    webmOpenEnded: await write('webmOpenEnded'),
  }
}

async function makeDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'powerpost-media-files-'))
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  return path
}
