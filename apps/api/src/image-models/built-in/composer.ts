import type { ImageBrief } from '../port.ts'
import type { Card } from './card.ts'
import type { CardBrief } from './compose-card.ts'
import { describeLogo } from './describe-logo.ts'
import { ComposerThread } from './thread/composer-thread.ts'

/** Composes cards, for whoever paints them or sets them in motion. */
export interface Composer {
  /**
   * Composes the card of a brief in a thread of its own.
   *
   * @returns undefined: there is nothing in the brief that a bundled font can draw
   * @throws the signal's reason
   */
  compose(brief: ImageBrief, signal: AbortSignal): Promise<Card | undefined>
}

export function createComposer(): Composer {
  const thread = new ComposerThread()
  return { compose: async (brief, signal) => thread.compose(await cardBriefOf(brief), signal) }
}

async function cardBriefOf({ prompt, caption, size, index, seed, styleImages, brand }: ImageBrief): Promise<CardBrief> {
  const logo = brand?.logo?.bytes
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
