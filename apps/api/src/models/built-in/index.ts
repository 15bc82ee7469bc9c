import type { Brief, PlatformCaption, TextModel } from '../port.ts'
import { ModelError } from '../port.ts'
import { readBrief } from './analysis/read-brief.ts'
import { COMPOSERS } from './platforms/index.ts'

/**
 * The text model that needs no key: rules, the caller's own words and a few stock phrases.
 *
 * It is deterministic, reads no clock and no network, and claims nothing that the brief does not say: media are
 * written about by their facts alone, and a deep research mode keeps more of the prompt but looks nothing up.
 */
export function createBuiltInTextModel(): TextModel {
  return { name: 'built-in', builtIn: true, write: writeCaptions }
}

async function* writeCaptions(
  brief: Brief,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<PlatformCaption> {
  signal.throwIfAborted()
  const reading = readBrief(brief)
  for (const platform of brief.platforms) {
    signal.throwIfAborted()
    const written = COMPOSERS[platform](reading)
    // A prompt of control characters, say: trying again would find no more in it.
    if (isBlank(written)) throw new ModelError('refused', 'There is nothing in the brief to write about')
    yield written
  }
}

function isBlank({ caption }: PlatformCaption): boolean {
  return (typeof caption === 'string' ? caption : caption.title && caption.description).trim() === ''
}
