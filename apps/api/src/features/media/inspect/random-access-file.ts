import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file read at chosen places. Synchronous: it runs in a process of its own that has nothing else to do. */
export interface RandomAccessFile {
  /** Bytes. */
  readonly size: number
  /** Up to `length` bytes from there; fewer at the file's end. */
  read(position: number, length: number): Buffer
  [Symbol.dispose](): void
}

export function openRandomAccess(path: string): RandomAccessFile {
  const file = openSync(path, 'r')
  return {
    size: fstatSync(file).size,
    read(position, length) {
      const buffer = Buffer.alloc(length)
      let filled = 0
      while (filled < length) {
        const count = readSync(file, buffer, filled, length - filled, position + filled)
        if (count === 0) break
        filled += count
      }
      return buffer.subarray(0, filled)
    },
    [Symbol.dispose]: () => closeSync(file),
  }
}
