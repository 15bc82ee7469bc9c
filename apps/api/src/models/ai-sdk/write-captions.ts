import type { Brief, Extra, PlatformCaption, WriteOptions } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { Platform } from '@powerpost/contract'
import type { BrokenRule } from '../check-caption.ts'
import { checkCaption, isTolerable } from '../check-caption.ts'
import { fitCaption } from '../fit-caption.ts'
import { enforceRules, rulesOf } from '../rules/index.ts'
import type { AnswerKey } from './answer/answer-keys.ts'
import { answerKeys, NOT_DONE } from './answer/answer-keys.ts'
import { createAnswerReader } from './answer/answer-reader.ts'
import type { BriefKeeper } from './answer/keep-to-brief.ts'
import { createBriefKeeper } from './answer/keep-to-brief.ts'
import { readExtra, readNotDone } from './answer/read-extras.ts'
import { isSpokenRefusal } from './answer/spoken-refusal.ts'
import type { SameWords } from './answer/same-words.ts'
import { createSameWords } from './answer/same-words.ts'
import { tidyCaption } from './answer/tidy-caption.ts'
import { toCaption } from './answer/to-caption.ts'
import type { Asker } from './call/asker.ts'
import type { Complaint } from './instructions/messages.ts'

/** A caption that breaks rules, and which. */
interface Draft {
  readonly caption: PlatformCaption
  /** For the model that is to repair it. */
  readonly reasons: readonly string[]
  /** What of them is a warning, if it stays: the code that keeps the caption warns of rules. */
  readonly unmet: readonly string[]
  /** It must not be posted. */
  readonly isOut: boolean
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
  const keeper = createBriefKeeper(brief)
  const sameWords = createSameWords(brief.ctaText)
  const reading = { brief, keeper, sameWords, missing, drafts, takeExtra }
  const first = { platforms: brief.platforms, extras: brief.include ?? [], words: asker.ask() }
  const answer = yield* readAnswer({ ...reading, ...first })
  if (missing.size === 0) return

  const complaints = [...missing].map((platform) => complaintOf(platform, drafts.get(platform)))
  const words = asker.askAgain(answer, complaints)
  let repaired = ''
  try {
    repaired = yield* readAnswer({ ...reading, platforms: [...missing], words })
  } catch (error) {
    signal.throwIfAborted()
    // What can be cut to fit need not be repaired, so a call that failed here costs only what has no caption at all.
    if (![...missing].every((platform) => drafts.has(platform))) throw error
  }

  for (const platform of missing) {
    const draft = drafts.get(platform)
    const fitted = draft && !draft.isOut ? fitCaption(draft.caption, brief.ctaText) : undefined
    const mayStay = fitted && checkCaption(fitted, brief.ctaText).every(isTolerable)
    if (!mayStay) throw failureOf(asker.name, answer, repaired)
    signal.throwIfAborted()
    for (const message of draft?.unmet ?? []) options.onWarning?.({ code: 'rule_not_followed', message, platform })
    yield fitted
  }
}

interface Reading {
  readonly brief: Brief
  readonly keeper: BriefKeeper
  readonly sameWords: SameWords
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
async function* readAnswer(reading: Reading): AsyncGenerator<PlatformCaption, string> {
  const { platforms, extras, takeExtra, words, missing, drafts, sameWords } = reading
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
        const draft = improve(raw, reading)
        if (draft.reasons.length > 0) {
          drafts.set(platform, draft)
        } else if (sameWords.take(draft.caption)) {
          missing.delete(platform)
          yield draft.caption
        } else {
          drafts.set(platform, { ...draft, reasons: [SAME_WORDS], unmet: [SAME_WORDS] })
        }
      }
    }
  } catch (error) {
    // All that was asked for is there: that the connection broke behind it is nobody's loss.
    if (missing.size > 0 || !(error instanceof ModelError) || !['down', 'silent'].includes(error.failure)) throw error
  }
  return reader.text()
}

const SAME_WORDS = 'It says the same as the captions of other platforms: it must have an angle of its own.'

/** Does what code can do about a caption, and says what is left for its writer. */
function improve(raw: PlatformCaption, { brief, keeper }: Pick<Reading, 'brief' | 'keeper'>): Draft {
  const { ctaText } = brief
  const { caption: written, reasons: unmet, isOut } = keeper.keep(tidyCaption(raw, ctaText))
  const { caption, unmet: rules } = enforceRules(written, rulesOf(brief), { ctaText })
  const broken = checkCaption(caption, ctaText)
  const reasons = [...rules.map(({ message }) => message), ...unmet]
  const fitted =
    broken.length > 0 && broken.every(({ rule }) => BY_CODE.has(rule)) ? fitCaption(caption, ctaText) : caption
  const isWhole = lengthOf(fitted) + (broken.some(({ rule }) => rule !== 'cta_missing') ? TAGS : 0) >= lengthOf(caption)
  return isWhole && checkCaption(fitted, ctaText).length === 0
    ? { caption: fitted, reasons, unmet, isOut }
    : { caption, reasons: [...broken.map(({ message }) => message), ...reasons], unmet, isOut }
}

/** What is put right without another call, as long as no words are lost. */
const BY_CODE: ReadonlySet<BrokenRule['rule']> = new Set(['cta_missing', 'cta_repeated', 'hashtag_count'])
/** So many characters less are hashtags, or a call to action that stood twice. */
const TAGS = 400

function lengthOf({ caption }: PlatformCaption): number {
  return typeof caption === 'string' ? caption.length : caption.description.length
}

function complaintOf(platform: Platform, draft: Draft | undefined): Complaint {
  return { platform, reasons: draft?.reasons ?? ['It is missing, or not in the form that was asked for.'] }
}

function failureOf(name: string, answer: string, repaired: string): ModelError {
  if ([answer, repaired].every(isSpokenRefusal))
    return new ModelError('refused', `${name} refused to write about this.`)
  return new ModelError('unusable', `${name} returned nothing usable, after a repair was requested.`)
}
