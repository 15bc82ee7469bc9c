import { detectLanguage } from '#reading/language/detect-language.ts'
import { stripFraming } from '#reading/prompt/framing.ts'
import { detectKind } from '#reading/prompt/prompt-kind.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import { splitUnits } from '#reading/text/units.ts'
import type { ImageBrief } from '../../port.ts'
import { directionOf } from '../type/itemize.ts'
import type { CardWords } from './card-words.ts'
import { findEmblem, onlyEmoji, plainWords, visibleText } from './clean-words.ts'
import { findFigure } from './find-figure.ts'
import { findMoods } from './find-moods.ts'
import { findQuote } from './find-quote.ts'
import { findSteps } from './find-steps.ts'
import { findWhen } from './find-when.ts'
import { beginningOf } from './shorten-words.ts'
import { isOnlyStyle, readImagePrompt } from './image-framing.ts'
import { languageTag } from './language-tag.ts'
import { arrangeSentences } from './arrange-sentences.ts'

/** Reads a brief for what a card can say of it. The headline is empty where nothing can be said. */
export function readWords(brief: Pick<ImageBrief, 'prompt' | 'caption'>): CardWords {
  const prompt = readable(brief.prompt)
  const { text, title } = textOf(brief, prompt)
  const plain = plainWords(text) || onlyEmoji(text)
  const language = detectLanguage(plain)
  const kind = detectKind(plain, language, false)
  const about = {
    steps: [],
    isQuote: false,
    kind,
    moods: findMoods(`${prompt}\n${text}`, kind),
    language: languageTag(plain),
    direction: directionOf(plain),
    ...optional('emblem', findEmblem(text)),
  }
  const quote = findQuote(plain)
  if (quote) return { ...about, headline: quote.said, isQuote: true, ...optional('attribution', quote.by) }
  const units = splitUnits(plain, language === 'unknown' ? 'und' : language)
  const list = findSteps(units)
  if (list)
    return { ...about, headline: capitalizeFirst(list.title), steps: list.steps.map((step) => capitalizeFirst(step)) }
  const arranged = arrangeSentences(
    title === undefined ? units : [{ text: title, kind: 'sentence', paragraph: 0 }, ...units],
  )
  return {
    ...about,
    ...arranged,
    ...optional('figure', findFigure(arranged.headline)),
    ...optional('when', kind === 'event' || kind === 'launch' || kind === 'plain' ? findWhen(plain) : undefined),
  }
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
  const framed = readImagePrompt(stripFraming(cleaned, detectLanguage(cleaned)).text)
  return caption && framed.isVisual && (captioned || title) ? ofCaption : { text: framed.text }
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string })
}
