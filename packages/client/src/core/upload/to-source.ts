import { invalidArgument } from '../../errors/invalid-argument.ts'
import { openPath } from './open-path.ts'
import type { Source } from './source.ts'
import { lastPart } from './source.ts'
import type { Uploadable } from './uploadable.ts'

/** Small enough for progress to be seen, large enough to be quick. */
const PIECE_BYTES = 64 * 1024

/** @throws PowerPostError `INVALID_ARGUMENT` when it is no file, or its path leads to none. */
export async function toSource(file: Uploadable): Promise<Source> {
  if (typeof file === 'string' || file instanceof URL) return openPath(file)
  if (file instanceof Blob) {
    const name = 'name' in file ? lastPart(String(file.name)) : undefined
    return { name, type: file.type, size: file.size, once: false, open: () => readStream(file.stream()), blob: file }
  }
  if (file instanceof ArrayBuffer) return toSource(new Uint8Array(file))
  if (file instanceof Uint8Array) {
    return { name: undefined, type: undefined, size: file.length, once: false, open: () => readBytes(file) }
  }
  const stream = { type: undefined, size: undefined, once: true }
  if (file instanceof ReadableStream) return { ...stream, name: undefined, open: () => readStream(file) }
  if (Symbol.asyncIterator in Object(file)) {
    // Node's file streams tell where they come from.
    const name = 'path' in file ? lastPart(String(file.path)) : undefined
    return { ...stream, name, open: () => file }
  }
  throw invalidArgument('A file is a path, a Blob, a File, bytes, or a stream of bytes.')
}

async function* readBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES)
}

/** By its reader: not every browser's streams can be iterated over. */
async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
