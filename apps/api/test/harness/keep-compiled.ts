import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const PROGRAM = new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))

let compiled: Promise<WebAssembly.Module> | undefined

/**
 * Compiles the embedded database's program once for this process, and keeps it.
 *
 * V8 shares the compiled code of equal programs as long as somebody holds one of them. Without this each server compiles
 * its own when it starts and optimizes it while it works: more than one CPU second a server.
 */
export async function keepCompiled(): Promise<void> {
  compiled ??= readFile(fileURLToPath(PROGRAM)).then((bytes) => WebAssembly.compile(bytes))
  await compiled
}
