import { ModelError } from '#models/port.ts'
import type { DrawOptions, DrawnImage, ImageBrief, ImageModel } from '../port.ts'
import type { CardBrief } from './compose-card.ts'
import { describeLogo } from './describe-logo.ts'
import { renderCard } from './render.ts'
import { reviewBrief } from './review-brief.ts'
import { ComposerThread } from './thread/composer-thread.ts'

/**
 * The image model that needs no key: it sets the caller's own words as a card. It draws no photograph and adds no word, no
 * name and no mark of its own.
 *
 * It is deterministic, reads no clock and no network, and loads a font only when a text needs it.
 */
export function createBuiltInImageModel(): ImageModel {
  const thread = new ComposerThread()
  return {
    name: 'built-in',
    builtIn: true,
    review: reviewBrief,
    draw: (brief, options) => draw(thread, brief, options),
  }
}

async function draw(thread: ComposerThread, brief: ImageBrief, { signal }: DrawOptions): Promise<DrawnImage> {
  signal.throwIfAborted()
  const logo = brief.brand?.logo?.bytes
  const card = await thread.compose(await cardBriefOf(brief, logo), signal)
  // A prompt of control characters, or in a script without a font, say: trying again would find no more in it.
  if (!card) throw new ModelError('refused', 'There is nothing in the brief that a bundled font can draw')
  signal.throwIfAborted()
  const bytes = await renderCard(card, logo)
  signal.throwIfAborted()
  return { mimeType: 'image/jpeg', bytes }
}

async function cardBriefOf(
  { prompt, caption, size, index, seed, styleImages, brand }: ImageBrief,
  logo: Uint8Array | undefined,
): Promise<CardBrief> {
  const described = logo && (await describeLogo(logo))
  const marks = { ...(brand?.handle !== undefined && { handle: brand.handle }), ...(described && { logo: described }) }
  return {
    ...(prompt === undefined ? {} : { prompt }),
    ...(caption === undefined ? {} : { caption }),
    size,
    index,
    seed,
    colours: styleImages.flatMap((image) => image.colours),
    ...(brand && { brand: marks, brandColours: brand.colours }),
  }
}
