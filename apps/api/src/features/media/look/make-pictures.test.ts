import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaFiles } from '../../../../test/media-files/index.ts'
import {
  makeMediaFiles,
  makePicture,
  removeMediaFiles,
  truncate,
  writeMediaFile,
} from '../../../../test/media-files/index.ts'
import { findFfmpeg, shrinkPicture } from './make-pictures.ts'

let files: MediaFiles
const { signal } = new AbortController()

beforeAll(async () => {
  files = await makeMediaFiles()
})
afterAll(removeMediaFiles)

describe('a picture to look at', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is a JPEG made of a %s', async (name) => {
    const { mimeType, bytes } = await shrinkPicture(files[name], signal)
    expect(mimeType).toBe('image/jpeg')
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
  })

  it('stands as it is shown, and has at most 1024 pixels a side', async () => {
    const upright = await sharp(await makePicture('jpeg')).metadata()
    const turned = await sharp((await shrinkPicture(files.jpegOrientation6, signal)).bytes).metadata()
    expect([turned.width, turned.height]).toEqual([upright.height, upright.width])
    const large = await writeMediaFile(
      'large.png',
      await sharp({ create: { width: 3000, height: 1500, channels: 4, background: '#f008' } })
        .png()
        .toBuffer(),
    )
    const shrunk = await sharp((await shrinkPicture(large, signal)).bytes).metadata()
    expect([shrunk.width, shrunk.height]).toEqual([1024, 512])
    await rm(large)
  })

  it('that cannot be made is an error of that picture alone, and making it can be stopped', async () => {
    await expect(shrinkPicture(await truncate(files.jpeg, 0.5), signal)).rejects.toThrow(/Command failed/)
    await expect(shrinkPicture(files.jpeg, AbortSignal.abort())).rejects.toThrow(/aborted/)
  })
})

describe('ffmpeg', () => {
  it('is not found where it is not', async () => {
    expect(await findFfmpeg('/nowhere:/neither')).toBeUndefined()
  })
})
