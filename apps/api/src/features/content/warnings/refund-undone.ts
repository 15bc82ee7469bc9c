import type { PartialRefund, StoredRun } from '#features/runs/index.ts'
import { isFirstRun } from '#features/runs/index.ts'
import type { MediaFacts } from '#models/port.ts'
import type { Platform, PriceItem, Warning } from '@powerpost/contract'
import { itemizeGeneration, PRICES, priceGeneration } from '@powerpost/contract'
import { captionsInputOf } from '../captions-input.ts'
import type { StoredGeneration } from '../generations.repository.ts'

interface UndoneOptions {
  readonly run: StoredRun
  readonly generation: Pick<StoredGeneration, 'research_mode'>
  readonly media: readonly MediaFacts[]
  readonly warnings: readonly Warning[]
}

/**
 * What a run that completes gives back: the price of what its warnings say was not done, never more than it cost. Warnings
 * that only ask a person to look cost nothing, and give nothing back.
 */
export function refundUndone(options: UndoneOptions): PartialRefund | undefined {
  const { run, media, warnings } = options
  const undone = warnings.flatMap((warning) => {
    const credits = priceOf(warning, media)
    return credits > 0 ? [{ credits, message: warning.message }] : []
  })
  const unchanged = warnings.filter(({ code }) => code === 'change_not_made')
  const [first] = unchanged
  if (first && !isFirstRun(run)) undone.push({ credits: priceOfChanges(unchanged, options), message: first.message })
  const credits = undone.reduce((sum, part) => sum + part.credits, 0)
  if (credits === 0) return undefined
  const reason = `Not done: ${[...new Set(undone.map(({ message }) => message))].join(' ')}`
  return { credits: Math.min(credits, run.credits_used), reason }
}

function priceOf({ code }: Warning, media: readonly MediaFacts[]): number {
  const { base, perSourceUrl, perFurtherVariant } = PRICES.generation
  if (code === 'variant_not_written') return perFurtherVariant
  if (code === 'source_not_read') return perSourceUrl
  if (code === 'research_not_done') return base.deep - base.regular
  return code === 'media_not_seen' ? priceOfMedia(media) : 0
}

const MEDIA_ITEMS: ReadonlySet<PriceItem['item']> = new Set(['images', 'video_minutes'])

function priceOfMedia(media: readonly MediaFacts[]): number {
  const video = media.find((medium) => medium.kind === 'video')
  return itemizeGeneration({
    researchMode: 'regular',
    platforms: [],
    imageCount: video ? 0 : media.length,
    ...(video && { videoSeconds: video.durationSeconds }),
  })
    .filter(({ item }) => MEDIA_ITEMS.has(item))
    .reduce((sum, { credits }) => sum + credits, 0)
}

/** A change that was made on no platform costs nothing; one that was made on some costs what these would cost alone. */
function priceOfChanges(unchanged: readonly Warning[], { run, generation }: UndoneOptions): number {
  const { platforms } = captionsInputOf(run)
  const changed = unchanged.some(({ platform }) => platform === undefined)
    ? []
    : platforms.filter((platform) => !unchanged.some((warning) => warning.platform === platform))
  const price = (of: readonly Platform[]) =>
    of.length === 0 ? 0 : priceGeneration({ researchMode: generation.research_mode, platforms: of, imageCount: 0 })
  return price(platforms) - price(changed)
}
