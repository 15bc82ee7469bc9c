import type { Brief, PlatformCaption, TextModel, WriteOptions } from '../port.ts'
import type { Platform } from '@powerpost/contract'
import { checkCaption, isTolerable } from '../check-caption.ts'
import { fitCaption } from '../fit-caption.ts'
import { ModelError } from '../port.ts'
import { enforceRules, rulesOf } from '../rules/index.ts'
import type { Reading } from './analysis/read-brief.ts'
import { readBrief } from './analysis/read-brief.ts'
import { warnOfBrief } from './analysis/warn-of-brief.ts'
import { COMPOSERS } from './platforms/index.ts'

/**
 * The text model that needs no key: rules, the caller's own words and a few stock phrases.
 *
 * It is deterministic, reads no clock and no network, and claims nothing that the brief does not say: media are
 * written about by their facts alone, and a deep research mode keeps more of the prompt but looks nothing up.
 */
export function createBuiltInTextModel(): TextModel {
  return { name: 'built-in', builtIn: true, review: warnOfBrief, write: writeCaptions }
}

async function* writeCaptions(
  brief: Brief,
  { signal, onWarning }: Pick<WriteOptions, 'signal' | 'onWarning'>,
): AsyncGenerator<PlatformCaption> {
  signal.throwIfAborted()
  const rules = rulesOf(brief)
  const ctaText = brief.ctaText?.trim() || undefined
  const reading = readBrief(brief, brief.rewrite?.times ?? 0)
  if (brief.media.length === 0 && !saysSomething(reading))
    throw new ModelError('refused', 'The prompt only says how to write, and nothing to write about')
  if (onWarning) for (const warning of warnOfBrief(brief)) onWarning(warning)
  for (const platform of brief.platforms) {
    signal.throwIfAborted()
    const { caption } = enforceRules(compose(brief, reading, platform), rules, {
      ctaText,
      isLast: true,
      spareTags: reading.foundTags,
    })
    const isFine = checkCaption(caption, ctaText).every(isTolerable)
    const written = isFine ? caption : fitCaption(caption, ctaText)
    // A prompt of control characters, say: trying again would find no more in it.
    if (isBlank(written)) throw new ModelError('refused', 'There is nothing in the brief to write about')
    yield written
  }
}

/** So many variants are tried to find one that is not what was written before. */
const MAX_VARIANTS = 12

/** A caption; of one that is written anew, the first variant that says it otherwise, if there is one. */
function compose(brief: Brief, reading: Reading, platform: Platform): PlatformCaption {
  const before = brief.rewrite?.previous[platform]
  const first = brief.rewrite?.times ?? 0
  const written = COMPOSERS[platform](reading)
  if (before === undefined) return written
  for (let variant = first; variant < first + MAX_VARIANTS; variant++) {
    const other = COMPOSERS[platform](readBrief(brief, variant))
    if (JSON.stringify(other.caption) !== JSON.stringify(before)) return other
  }
  return written
}

/** Whether anything of the prompt is left to be said, its orders apart. */
function saysSomething({ units, ownTags, cta, brief }: Reading): boolean {
  return units.length > 0 || ownTags.length > 0 || (cta !== undefined && !brief.prompt?.trim())
}

function isBlank({ caption }: PlatformCaption): boolean {
  return (typeof caption === 'string' ? caption : caption.title && caption.description).trim() === ''
}
