import type { StyleReader } from '#models/port.ts'
import type { EngineOptions } from '../engine.ts'
import { createEngine } from '../engine.ts'

/**
 * Has a text model describe the voice of posts. Nobody is called before the first `describe`.
 *
 * @throws ModelSpecError when the spec, the key or the address cannot be used.
 */
export function createAiSdkStyleReader(options: EngineOptions): StyleReader {
  const { spec, open } = createEngine(options)
  return {
    name: spec.text,
    async describe(posts, { signal, onUsage }) {
      signal.throwIfAborted()
      const [engine, { askForStyle }] = await Promise.all([open(), import('./ask-for-style.ts')])
      return askForStyle({ engine, posts, signal, onUsage })
    },
  }
}
