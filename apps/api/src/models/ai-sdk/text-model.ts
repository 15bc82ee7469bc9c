import type { TextModel } from '#models/port.ts'
import type { EngineOptions } from './engine.ts'
import { createEngine } from './engine.ts'

/**
 * A model behind the AI SDK. Nothing of the SDK is loaded, and nobody is called, before the first `write`.
 *
 * @throws ModelSpecError when the spec, the key or the address cannot be used.
 */
export function createAiSdkTextModel(options: EngineOptions): TextModel {
  const { spec, open } = createEngine(options)
  return {
    name: spec.text,
    builtIn: false,
    async *write(brief, writeOptions) {
      writeOptions.signal.throwIfAborted()
      const [{ createAsker }, { writeCaptions }] = await Promise.all([
        import('./call/asker.ts'),
        import('./write-captions.ts'),
      ])
      const asker = createAsker(await open(), brief, writeOptions)
      for await (const caption of writeCaptions(asker, brief, writeOptions)) {
        yield caption
        // The consumer may have aborted while it held the caption.
        writeOptions.signal.throwIfAborted()
      }
    },
  }
}
