/**
 * Shows what becomes of files: `node test/gallery/renditions.ts <directory of files> <directory for the sheet> [fit]` makes every rendition that
 * the platforms need of each, and a contact sheet of them next to their originals.
 */

import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInspectFile } from '#features/media/inspect/inspect-file.ts'
import { extractFrames } from '#features/media/ffmpeg/extract-frames.ts'
import { hdrNamed } from '#features/media/ffmpeg/read-color.ts'
import { keyOfRecipe } from '#features/media/renditions/recipe.ts'
import { planRendition } from '#features/media/renditions/plan-rendition.ts'
import { render } from '#features/media/renditions/render.ts'
import { shrinkPicture } from '#features/media/look/make-pictures.ts'
import type { Fit } from '@powerpost/contract'
import { POST_TYPES } from '@powerpost/contract'
import sharp from 'sharp'
import { describeFile } from './describe-file.ts'

const SIZE = 240
const EMPTY = { create: { width: 8, height: 8, channels: 3, background: 'red' } } as const
const [, , from = '.', to = 'renditions', fit = 'auto'] = process.argv
const inspect = createInspectFile()
const signal = AbortSignal.timeout(30 * 60_000)
await mkdir(to, { recursive: true })
const tiles: { readonly label: string; readonly picture: Buffer }[] = []

for (const name of (await readdir(from)).toSorted()) {
  const path = resolve(from, name)
  const medium = await describeFile(inspect, path).catch((error: unknown) => {
    console.log(name, 'is not taken:', error instanceof Error ? error.message : error)
  })
  if (!medium) continue
  tiles.push({ label: name, picture: await thumbnail(path) })
  const made = new Set<string>()
  for (const postType of POST_TYPES) {
    const plan = planRendition(medium, { postType, fit: fit as Fit })
    if (!plan || made.has(keyOfRecipe(plan.recipe))) continue
    made.add(keyOfRecipe(plan.recipe))
    const output = resolve(to, `${name}-${postType}-${fit}.${plan.recipe.kind === 'image' ? 'jpg' : 'mp4'}`)
    const startedAt = performance.now()
    try {
      const further = await render({ recipe: plan.recipe, input: path, output, signal })
      const { facts, width, height } = await describeFile(inspect, output)
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      const bytes = (await stat(output)).size
      console.log(postType, name, [...plan.changes, ...further].map(({ message }) => message).join(' '))
      console.log('   ', `${width}x${height}`, bytes, `${seconds} s`, JSON.stringify(facts))
      tiles.push({ label: `${postType} ${width}x${height}`, picture: await thumbnail(output) })
    } catch (error) {
      console.log(postType, name, 'FAILED', error)
    }
  }
}
await writeFile(join(to, 'sheet.png'), await drawSheet())

async function thumbnail(path: string): Promise<Buffer> {
  const medium = await describeFile(inspect, path)
  if (medium.type === 'image') return Buffer.from((await shrinkPicture(path, signal, SIZE)).bytes)
  const transfer = medium.facts?.color?.transfer
  const hdr = hdrNamed(transfer)
  const options = { places: [0.5], durationSeconds: medium.durationSeconds ?? 0, hdr, program: undefined, signal }
  const [frame] = await extractFrames(path, { ...options, largestSide: SIZE }).catch(() => [])
  return frame ? Buffer.from(frame.bytes) : sharp(EMPTY).png().toBuffer()
}

async function drawSheet(): Promise<Buffer> {
  const columns = 6
  const height = SIZE + 24
  const rows = Math.ceil(tiles.length / columns)
  const placed = await Promise.all(
    tiles.map(async ({ label, picture }, index) => {
      const inner = await sharp(picture)
        .resize(SIZE - 8, SIZE - 8, { fit: 'inside' })
        .toBuffer()
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="24"><text x="4" y="16" font-size="12" fill="#000">${label}</text></svg>`
      const [left, top] = [(index % columns) * SIZE, Math.floor(index / columns) * height]
      return [
        { input: inner, left: left + 4, top: top + 24 },
        { input: Buffer.from(text), left, top },
      ]
    }),
  )
  const background = { width: columns * SIZE, height: rows * height, channels: 3, background: '#8899aa' } as const
  return sharp({ create: background }).composite(placed.flat()).png().toBuffer()
}
