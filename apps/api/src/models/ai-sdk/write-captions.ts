import type { Brief, Extra, PlatformCaption, WriteOptions } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { CaptionRules, Platform } from '@powerpost/contract'
import { CAPTION_RULES } from '@powerpost/contract'
import { splitAtCallToAction } from '../call-to-action.ts'
import type { BrokenRule } from '../check-caption.ts'
import { checkCaption, isTolerable } from '../check-caption.ts'
import { fitCaption, replaceForbidden } from '../fit-caption.ts'
import { enforceRules, rulesOf } from '../rules/index.ts'
import type { AnswerKey } from './answer/answer-keys.ts'
import { answerKeys, NOT_DONE } from './answer/answer-keys.ts'
import { createAnswerReader } from './answer/answer-reader.ts'
import { readExtra, readNotDone } from './answer/read-extras.ts'
import { isSpokenRefusal } from './answer/spoken-refusal.ts'
import { toCaption } from './answer/to-caption.ts'
import type { Asker } from './call/asker.ts'
import type { Complaint } from './instructions/messages.ts'

/** A caption that breaks rules, and which. */
interface Draft {
  readonly caption: PlatformCaption
  readonly reasons: readonly string[]
}

/**
 * Writes a brief's captions: asks once for all, yields each good one as soon as it is read, has the others repaired
 * once, and fits what is still broken.
 */
export async function* writeCaptions(
  asker: Asker,
  brief: Brief,
  options: Pick<WriteOptions, 'signal' | 'onWarning' | 'onExtras'>,
): AsyncGenerator<PlatformCaption> {
  const { signal } = options
  const takeExtra = (key: AnswerKey, value: unknown) => {
    if (key !== NOT_DONE) return options.onExtras?.(readExtra(key, value))
    for (const message of readNotDone(value)) options.onWarning?.({ code: 'instruction_not_followed', message })
  }
  const drafts = new Map<Platform, Draft>()
  const missing = new Set(brief.platforms)
  const answer = yield* readAnswer({
    brief,
    platforms: brief.platforms,
    extras: brief.include ?? [],
    words: asker.ask(),
    missing,
    drafts,
    takeExtra,
  })
  if (missing.size === 0) return

  const complaints = [...missing].map((platform) => complaintOf(platform, drafts.get(platform)))
  const words = asker.askAgain(answer, complaints)
  let repaired = ''
  try {
    repaired = yield* readAnswer({ brief, platforms: [...missing], words, missing, drafts, takeExtra })
  } catch (error) {
    signal.throwIfAborted()
    // What can be cut to fit need not be repaired, so a call that failed here costs only what has no caption at all.
    if (![...missing].every((platform) => drafts.has(platform))) throw error
  }

  for (const platform of missing) {
    const draft = drafts.get(platform)
    const fitted = draft && fitCaption(draft.caption, brief.ctaText)
    const mayStay = fitted && checkCaption(fitted, brief.ctaText).every(isTolerable)
    if (!mayStay) throw failureOf(asker.name, answer, repaired)
    signal.throwIfAborted()
    yield fitted
  }
}

interface Reading {
  readonly brief: Brief
  readonly platforms: readonly Platform[]
  /** Absent: captions alone are asked for. */
  readonly extras?: readonly Extra[]
  readonly takeExtra: (key: AnswerKey, value: unknown) => void
  readonly words: AsyncIterable<string>
  /** Loses the platforms whose captions are good. */
  readonly missing: Set<Platform>
  /** Gains the captions that are not. */
  readonly drafts: Map<Platform, Draft>
}

/** Yields the good captions of an answer and returns all that it said. */
async function* readAnswer({
  brief,
  platforms,
  extras,
  takeExtra,
  words,
  missing,
  drafts,
}: Reading): AsyncGenerator<PlatformCaption, string> {
  const reader = createAnswerReader(answerKeys(platforms, extras))
  try {
    for await (const chunk of words) {
      for (const { key, value } of reader.read(chunk)) {
        const platform = platforms.find((candidate) => candidate === key)
        if (platform === undefined) {
          takeExtra(key, value)
          continue
        }
        const raw = toCaption(platform, value)
        if (!raw) continue
        const { caption, reasons } = improve(tidy(raw, brief.ctaText), brief)
        if (reasons.length > 0) {
          drafts.set(platform, { caption, reasons })
        } else {
          missing.delete(platform)
          yield caption
        }
      }
    }
  } catch (error) {
    // All that was asked for is there: that the connection broke behind it is nobody's loss.
    if (missing.size > 0 || !(error instanceof ModelError) || !['down', 'silent'].includes(error.failure)) throw error
  }
  return reader.text()
}

/** Does what code can do about a caption, and says what is left for its writer. */
function improve(written: PlatformCaption, brief: Brief): Draft {
  const { caption, unmet } = enforceRules(written, rulesOf(brief), { ctaText: brief.ctaText })
  const broken = checkCaption(caption, brief.ctaText)
  const reasons = unmet.map(({ message }) => message)
  if (broken.length === 0 || broken.some(({ rule }) => !BY_CODE.has(rule)))
    return { caption, reasons: [...broken.map(({ message }) => message), ...reasons] }
  const fitted = fitCaption(caption, brief.ctaText)
  const isWhole = lengthOf(fitted) + (broken.some(({ rule }) => rule !== 'cta_missing') ? TAGS : 0) >= lengthOf(caption)
  return isWhole && checkCaption(fitted, brief.ctaText).length === 0
    ? { caption: fitted, reasons }
    : { caption, reasons: [...broken.map(({ message }) => message), ...reasons] }
}

/** What is put right without another call, as long as no words are lost. */
const BY_CODE: ReadonlySet<BrokenRule['rule']> = new Set(['cta_missing', 'cta_repeated', 'hashtag_count'])
/** So many characters less are hashtags, or a call to action that stood twice. */
const TAGS = 400

function lengthOf({ caption }: PlatformCaption): number {
  return typeof caption === 'string' ? caption.length : caption.description.length
}

/** What is mended without asking: it is no matter of words. */
function tidy({ platform, caption }: PlatformCaption, ctaText: string | undefined): PlatformCaption {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const clean = (text: string) => replaceForbidden(cleanText(text, ctaText), rules)
  return platform === 'youtube'
    ? {
        platform,
        caption: { title: clean(caption.title).replace(/\s+/gu, ' '), description: clean(caption.description) },
      }
    : { platform, caption: clean(caption) }
}

/** One kind of line break, no control characters, no lone surrogates; a call to action stays as it is. */
function cleanText(text: string, ctaText: string | undefined): string {
  const clean = (part: string) =>
    part
      .toWellFormed()
      .replace(/\r\n?/gu, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/gu, '')
      .replace(/\n{3,}/gu, '\n\n')
  return (ctaText === undefined ? clean(text) : splitAtCallToAction(text, ctaText).map(clean).join(ctaText)).trim()
}

function complaintOf(platform: Platform, draft: Draft | undefined): Complaint {
  return { platform, reasons: draft?.reasons ?? ['It is missing, or not in the form that was asked for.'] }
}

function failureOf(name: string, answer: string, repaired: string): ModelError {
  if ([answer, repaired].every(isSpokenRefusal))
    return new ModelError('refused', `${name} refused to write about this.`)
  return new ModelError('unusable', `${name} returned nothing usable, after a repair was requested.`)
}
