import type { ImageBrief } from '../port.ts'
import type { Card } from './card.ts'
import type { CardBrief } from './compose-card.ts'
import { describeLogo } from './describe-logo.ts'
import { ComposerThread } from './thread/composer-thread.ts'

/** Composes cards, to be painted or set in motion. */
export interface Composer {
  /**
   * Composes the card of a brief in a thread of its own.
   *
   * @param isOverPicture whether it is laid over a picture
   * @returns undefined: there is nothing in the brief that a bundled font can draw
   * @throws the signal's reason
   */
  compose(brief: ImageBrief, signal: AbortSignal, isOverPicture?: boolean): Promise<Card | undefined>
}

export function createComposer(): Composer {
  const thread = new ComposerThread()
  return {
    async compose(brief, signal, isOverPicture = false) {
      return thread.compose({ ...(await cardBriefOf(brief)), isOverPicture }, signal)
    },
  }
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
