import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { makeMediaFiles, type MediaFileName, writeMediaFile } from './media-files.ts'

/**
 * The start of a file, as after a broken download.
 *
 * @param part how much of it is left, between 0 and 1
 */
export async function truncate(path: string, part: number): Promise<string> {
  const bytes = await readFile(path)
  return writeMediaFile(`cut-${part}-${basename(path)}`, bytes.subarray(0, Math.floor(bytes.length * part)))
}

/** A file whose first bytes are those of a real one, and all behind them noise of the same length. */
export async function garbageBehindHeader(name: MediaFileName, headerBytes = 64): Promise<string> {
  const path = (await makeMediaFiles())[name]
  const bytes = await readFile(path)
  return writeMediaFile(
    `garbage-${headerBytes}-${basename(path)}`,
    Buffer.concat([bytes.subarray(0, headerBytes), makeNoise(bytes.length - headerBytes)]),
  )
}

/** Bytes without a pattern, the same on every run: xorshift32. */
export function makeNoise(length: number): Buffer {
  const noise = Buffer.alloc(length)
  let state = 0x9e3779b9
  for (let i = 0; i < length; i += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    noise[i] = state & 0xff
  }
  return noise
}

/** A box that players pass over: appended to an MP4, it makes the file larger. @param size bytes */
export function toFreeBox(size: number): Buffer {
  const box = Buffer.alloc(size)
  box.writeUInt32BE(size)
  box.write('free', 4)
  return box
}
