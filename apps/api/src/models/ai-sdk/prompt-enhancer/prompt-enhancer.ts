import type { PromptEnhancer } from '#models/port.ts'
import type { EngineOptions } from '../engine.ts'
import { createEngine } from '../engine.ts'

/**
 * Has a text model rewrite prompts for pictures. Nobody is called before the first `enhance`.
 *
 * @throws ModelSpecError when the spec, the key or the address cannot be used.
 */
export function createAiSdkPromptEnhancer(options: EngineOptions): PromptEnhancer {
  const { spec, open } = createEngine(options)
  return {
    name: spec.text,
    async enhance(prompt, { signal, onUsage }) {
      signal.throwIfAborted()
      const [engine, { askForPrompt }] = await Promise.all([open(), import('./ask-for-prompt.ts')])
      return askForPrompt({ engine, prompt, signal, onUsage })
    },
  }
}
