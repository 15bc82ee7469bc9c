import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { OpenedFile } from './port.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes that this process could not give back now: when it would have is the engine's whim, and no test's. */
export function memoryHeld(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

export async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

export async function collect({ stream }: OpenedFile): Promise<Buffer> {
  return Buffer.concat(await stream.toArray())
}

export async function closed(opening: Promise<OpenedFile>): Promise<OpenedFile> {
  const opened = await opening
  opened.stream.destroy()
  return opened
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
