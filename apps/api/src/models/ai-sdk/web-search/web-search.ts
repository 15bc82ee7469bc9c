import type { WebSearch } from '#models/port.ts'
import type { EngineOptions } from '../engine.ts'
import { createEngine } from '../engine.ts'

/**
 * The web as the vendor of a model searches it; undefined for a vendor that does not. Nobody is called before the first
 * `search`.
 *
 * @throws ModelSpecError when the spec, the key or the address cannot be used.
 */
export function createAiSdkWebSearch(options: EngineOptions): WebSearch | undefined {
  const { spec, adapter, open } = createEngine(options)
  const { webSearch } = adapter
  if (!webSearch) return undefined
  return {
    name: spec.text,
    async search(question, { signal, onUsage }) {
      signal.throwIfAborted()
      const [engine, tools, { askTheWeb }] = await Promise.all([open(), webSearch(), import('./ask-the-web.ts')])
      return askTheWeb({ engine, tools, question, signal, onUsage })
    },
  }
}
