import { detectLanguage } from '#reading/language/detect-language.ts'
import { stripFraming } from '#reading/prompt/framing.ts'
import { detectKind } from '#reading/prompt/prompt-kind.ts'
import type { PromptKind } from '#reading/prompt/prompt-kind.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import { splitUnits } from '#reading/text/units.ts'
import type { ImageBrief } from '../../port.ts'
import { directionOf } from '../type/itemize.ts'
import type { CardWords, Dated } from './card-words.ts'
import { findEmblem, onlyEmoji, plainWords, visibleText } from './clean-words.ts'
import { findContrast } from './find-contrast.ts'
import { findFigure } from './find-figure.ts'
import { findMoods } from './find-moods.ts'
import { findPictureRequest } from './picture-request.ts'
import { findQuote } from './find-quote.ts'
import { findSteps } from './find-steps.ts'
import { findWhen } from './find-when.ts'
import { beginningOf } from './shorten-words.ts'
import { isOnlyStyle, readImagePrompt } from './image-framing.ts'
import { languageTag } from './language-tag.ts'
import { arrangeSentences } from './arrange-sentences.ts'
import type { Arranged } from './arrange-sentences.ts'
import { stageDate } from './stage-date.ts'
import { stageFigure } from './stage-figure.ts'

/** Reads a brief for what a card can say of it. The headline is empty where nothing can be said. */
export function readWords(brief: Pick<ImageBrief, 'prompt' | 'caption'>): CardWords {
  const prompt = readable(brief.prompt)
  const { text, title } = textOf(brief, prompt)
  const plain = plainWords(text) || onlyEmoji(text)
  const language = detectLanguage(plain)
  const kind = detectKind(plain, language, false)
  const about = {
    steps: [],
    listKind: 'marked',
    prices: [],
    isQuote: false,
    kind,
    moods: findMoods(`${prompt}\n${text}`, kind),
    language: languageTag(plain),
    direction: directionOf(plain),
    ...optional('emblem', findEmblem(text)),
  } as const
  const quote = findQuote(plain)
  if (quote) return { ...about, headline: quote.said, isQuote: true, ...optional('attribution', quote.by) }
  const units = splitUnits(plain, language === 'unknown' ? 'und' : language)
  const list = findSteps(units)
  if (list) {
    const { title: heading, steps, ...rest } = list
    return { ...about, ...rest, headline: capitalizeFirst(heading), steps: steps.map((step) => capitalizeFirst(step)) }
  }
  const arranged = arrangeSentences(
    title === undefined ? units : [{ text: title, kind: 'sentence', paragraph: 0 }, ...units],
  )
  const contrast = findContrast(plain)
  return { ...about, ...arranged, ...(contrast ? { contrast } : heroOf(arranged, about)) }
}

// A date in passing is no date to come.
const DATED: ReadonlySet<PromptKind> = new Set(['event', 'launch', 'plain', 'notice', 'own-topic', 'topic', 'hiring'])

/** What stands out of a card: its figure or, without one, its date. */
function heroOf(arranged: Arranged, { kind, language }: Pick<CardWords, 'kind' | 'language'>): Partial<CardWords> {
  if (kind === 'sad') return {}
  const figure = findFigure(arranged.headline)
  // What a warning names by a number is not what it is about.
  const staged = figure === undefined || kind === 'notice' ? undefined : stageFigure(arranged.headline, figure)
  if (staged) return { staged }
  const dated = DATED.has(kind) ? dateOf(arranged, language) : undefined
  return dated ? { dated } : {}
}

/** The date, and headline and detail without it. */
function dateOf({ headline, detail = '' }: Arranged, language: string): Dated | undefined {
  const when = findWhen(headline) ?? findWhen(detail)
  if (when === undefined) return undefined
  if (headline.includes(when)) {
    const staged = stageDate(headline, when, language)
    return staged && { when: staged.when, headline: staged.rest, ...optional('detail', detail || undefined) }
  }
  const staged = stageDate(detail, when, language)
  return staged && { when: staged.when, headline, detail: staged.rest }
}

// A card holds three hundred characters; a list, or a picture described at length, needs more to be told.
const READ = 1500

function readable(text: string | undefined): string {
  return beginningOf(visibleText(beginningOf(text ?? '', READ * 3)), READ)
}

/** Which of the caller's texts the card is to speak: the prompt's words, unless it only says how things are to look. */
function textOf(
  { prompt, caption }: Pick<ImageBrief, 'prompt' | 'caption'>,
  cleaned: string,
): { text: string; title?: string } {
  const captioned = readable(caption?.text)
  const title = plainWords(readable(caption?.title))
  const ofCaption = title === '' ? { text: captioned } : { text: captioned, title }
  if (!prompt?.trim() || (caption && isOnlyStyle(cleaned))) return ofCaption
  if (caption && findPictureRequest(cleaned) !== undefined) return ofCaption
  const framed = readImagePrompt(stripFraming(cleaned, detectLanguage(cleaned)).text)
  return caption && framed.isVisual && (captioned || title) ? ofCaption : { text: framed.text }
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string })
}
