import { isDeepStrictEqual } from 'node:util'
import { startDeadline } from '#shared/deadline.ts'
import type { Brief, Captions, PlatformCaption } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { Platform, Warning } from '@powerpost/contract'

/** The further captions of each platform, in the order they were written. */
export type Variants = ReadonlyMap<Platform, readonly PlatformCaption[]>

interface VariantOptions {
  readonly brief: Brief
  /** The first captions. */
  readonly captions: readonly PlatformCaption[]
  /** How many there are to be of each platform, the first included. */
  readonly count: number
  readonly write: (brief: Brief, signal: AbortSignal) => AsyncIterable<PlatformCaption>
  readonly onWarning: (warning: Warning) => void
  readonly logger: Logger
  /** Of the run. What is not written when they are over is left out, so that the first captions are not lost. */
  readonly secondsLeft: number
  readonly signal: AbortSignal
}

/** Time to end the run in, once no further variant can be waited for. */
const RESERVE_SECONDS = 5

/**
 * Writes further captions, one set after the other, each knowing those before it. One that fails, or says the same as another, is
 * left out and warned of: its price is refunded, and the first captions stand.
 */
export async function writeVariants(options: VariantOptions): Promise<Variants> {
  const { brief, captions, count, onWarning, logger, signal } = options
  const variants = new Map<Platform, PlatformCaption[]>(brief.platforms.map((platform) => [platform, []]))
  const all = () => [...captions, ...[...variants.values()].flat()]
  const deadline = startDeadline(signal, Math.min(options.secondsLeft - RESERVE_SECONDS, 3600) * 1000)
  try {
    for (let round = 1; round < count; round++) {
      const again = briefOfRound(brief, { round, captions, variants })
      for await (const caption of options.write(again, deadline.signal)) {
        if (!all().some((other) => isDeepStrictEqual(other, caption))) variants.get(caption.platform)?.push(caption)
      }
    }
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error }, 'a variant was not written')
  } finally {
    deadline.clear()
  }
  for (const [platform, written] of variants) {
    for (let place = written.length + 2; place <= count; place++) {
      onWarning({ code: 'variant_not_written', message: `Variant ${place} could not be written.`, platform })
    }
  }
  return variants
}

interface Round {
  readonly round: number
  readonly captions: readonly PlatformCaption[]
  readonly variants: Variants
}

function briefOfRound(brief: Brief, { round, captions, variants }: Round): Brief {
  const written = [...variants.values()].reduce((most, list) => Math.max(most, list.length), 0)
  const others = Array.from({ length: written }, (_, place) =>
    byPlatform([...variants.values()].flatMap((list) => list[place] ?? [])),
  )
  const { rewrite } = brief
  return {
    ...brief,
    // What comes with the captions comes with the first ones.
    include: [],
    rewrite: {
      times: (rewrite?.times ?? 0) + round,
      previous: byPlatform(captions),
      others: [...others, ...(rewrite ? [rewrite.previous] : [])],
      ...(rewrite?.instruction !== undefined && { instruction: rewrite.instruction }),
    },
  }
}

function byPlatform(captions: readonly PlatformCaption[]): Partial<Captions> {
  return Object.fromEntries(captions.map(({ platform, caption }) => [platform, caption]))
}
