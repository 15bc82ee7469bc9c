import { ModelError } from '#models/port.ts'
import type { DrawOptions, DrawnImage, ImageBrief, ImageModel } from '../port.ts'
import type { Composer } from './composer.ts'
import { createComposer } from './composer.ts'
import { renderCard } from './render.ts'
import { reviewBrief } from './review-brief.ts'

/**
 * The image model that needs no key: it sets the caller's own words as a card. It draws no photograph and adds no word, no
 * name and no mark of its own.
 *
 * It is deterministic, reads no clock and no network, and loads a font only when a text needs it.
 */
export function createBuiltInImageModel(): ImageModel {
  const composer = createComposer()
  return {
    name: 'built-in',
    builtIn: true,
    review: reviewBrief,
    draw: (brief, options) => draw(composer, brief, options),
  }
}

async function draw(composer: Composer, brief: ImageBrief, { signal }: DrawOptions): Promise<DrawnImage> {
  signal.throwIfAborted()
  const logo = brief.brand?.logo?.bytes
  const card = await composer.compose(brief, signal)
  // A prompt of control characters, or in a script without a font, say: trying again would find no more in it.
  if (!card) throw new ModelError('refused', 'There is nothing in the brief that a bundled font can draw')
  signal.throwIfAborted()
  const bytes = await renderCard(card, logo)
  signal.throwIfAborted()
  return { mimeType: 'image/jpeg', bytes }
}
