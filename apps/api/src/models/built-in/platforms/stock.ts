import type { Platform } from '@powerpost/contract'
import { findUrls } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { fillSlots } from '../stock-phrases/fill-slots.ts'
import { pick } from '../text/pick.ts'

const ASKS = /[?？؟]|\b(?:let us know|tell us|tell me|comment|reply)\b/iu
const INVITES =
  /(?:^|[^\p{L}\p{N},;:'’-]\s+)(?:join|come|visit|sign up|book|order|shop|register|apply|drop|send|save|share)\b|\b(?:join us|sign up|register|apply|thank)\b/iu
const ADDRESSES_READERS = /\b(?:you|your|who|which|what|what['’]s|how|where|when)\b/iu

/** A line that says a little more where the prompt is a single sentence. */
export function stockLine(reading: Reading, platform: Platform): string | undefined {
  return reading.units.length === 1 ? stockPhrase(reading, 'lines', platform) : undefined
}

/**
 * A last question or request, where the text asks for nothing yet: two requests are one too many.
 *
 * LinkedIn is the exception: there a question to talk about stands beside a call to action.
 */
export function closingFor(reading: Reading, platform: Platform, opening: string): string | undefined {
  const text = reading.units.map((unit) => unit.text).join(' ')
  if (reading.kind === 'question') {
    const isForReaders = reading.language !== 'en' || ADDRESSES_READERS.test(text)
    return isForReaders && reading.cta === undefined ? stockPhrase(reading, 'closings', platform) : undefined
  }
  if (ASKS.test(text) || opening.includes('?')) return undefined
  const isCalling = reading.cta !== undefined || findUrls(text).length > 0 || INVITES.test(text)
  return isCalling && platform !== 'linkedin' ? undefined : stockPhrase(reading, 'closings', platform)
}

function stockPhrase(reading: Reading, slot: 'lines' | 'closings', platform: Platform): string | undefined {
  const choices = reading.stock?.[slot][reading.kind]?.[platform]
  const phrase = choices && pick(choices, reading.seed)
  return phrase && fillSlots(inOwnStyle(phrase, reading), voiceSlots(reading))
}

/** `us` or `me`, as the prompt speaks. */
export function voiceSlots(reading: Reading): Record<string, string> {
  return reading.voice === 'i' ? { us: 'me', we: 'I' } : { us: 'us', we: 'we' }
}

/** A stock phrase with the caller's apostrophe, and without emoji where none belongs. */
export function inOwnStyle(phrase: string, reading: Reading): string {
  const said = phrase.replaceAll('’', reading.apostrophe)
  return reading.mayUseEmoji ? said : said.replace(/\s*\p{Extended_Pictographic}/gu, '')
}
