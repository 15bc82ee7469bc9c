import type { Brief, MediaFacts } from '../../port.ts'
import { findKeyPhrases } from '#reading/key-phrases/index.ts'
import type { Fact } from '#reading/brief/facts.ts'
import { sayFacts, splitSubject } from '#reading/brief/facts.ts'
import { readPrompt } from '#reading/brief/read-prompt.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import type { Language } from '#reading/language/stop-words.ts'
import { titleOfFiles } from '../media/file-title.ts'
import type { StockPhrases } from '../stock-phrases/index.ts'
import { stockPhrasesFor } from '../stock-phrases/index.ts'
import { closeSentence } from '#reading/text/casing.ts'
import { calmPunctuation, cleanText } from '#reading/text/clean-text.ts'
import { listHashtags } from '#reading/text/protected-spans.ts'
import type { Unit } from '#reading/text/units.ts'
import { splitUnits } from '#reading/text/units.ts'
import { stripFraming } from '#reading/prompt/framing.ts'
import { chooseHashtags } from './hashtags.ts'
import { isSad } from '#reading/prompt/sad-words.ts'
import { strongestUnit } from './hook.ts'
import { languageOfMedia } from './media-language.ts'
import { detectKind } from '#reading/prompt/prompt-kind.ts'
import type { PromptKind } from '#reading/prompt/prompt-kind.ts'
import { readWishes, rotate } from './rewrite-wishes.ts'
import { sayOfSources } from './sources.ts'
import { tidyUnits } from './tidy-units.ts'
import { worthTagging } from './worth-tagging.ts'

/** Everything the composers know: the brief, read once. */
export interface Reading {
  readonly brief: Brief
  readonly language: Language
  readonly kind: PromptKind
  /** Sad news or a notice: told whole and plainly. */
  readonly isSober: boolean
  /** Who speaks in the prompt. */
  readonly voice: 'i' | 'we'
  /** The caller's own text in order, tidy: sentences capitalised and closed. Empty when only media were given. */
  readonly units: readonly Unit[]
  readonly greeting: string | undefined
  /** Index of the unit that would make the best hook. */
  readonly strongest: number
  /** The first unit as the caller wrote it, where it is the subject of an instruction: `our new coffee blend`. */
  readonly subject: string | undefined
  /** What was hung on to the subject of an instruction: one by one, and as the unit that says all of them. */
  readonly facts: { readonly list: readonly Fact[]; readonly sentence: string } | undefined
  /** Hashtags that the caller put behind the text; those within it stay where they are. */
  readonly ownTags: readonly string[]
  /** Hashtags made of key phrases, best first. */
  readonly foundTags: readonly string[]
  readonly cta: string | undefined
  /** Whether the caller wants a question at the end. */
  readonly wantsQuestion: boolean
  readonly stock: StockPhrases | undefined
  readonly mayUseEmoji: boolean
  /** The apostrophe that the caller types; stock phrases use the same. */
  readonly apostrophe: "'" | '’'
  /** The meaning of the file names, if they have any. */
  readonly fileTitle: string | undefined
  readonly media: readonly MediaFacts[]
  /** What the choice among equal phrases hangs on. */
  readonly seed: string
}

const TRAILING_HASHTAGS = /(?:^|\s)((?:[#＃](?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+\s*)+)$/u

/** @param variant another number gives other phrases where several are equally good */
export function readBrief(brief: Brief, variant = 0): Reading {
  const wishes = readWishes(brief.rewrite)
  const prompt = cleanText(brief.prompt ?? '')
  const cta = brief.ctaText?.trim() || undefined
  const fileTitle = titleOfFiles(brief.media)
  const asked = readPrompt(prompt, prompt ? detectLanguage(prompt) : 'unknown')
  const language = prompt ? asked.language : languageOfMedia(cta, fileTitle)
  const framed = stripFraming(asked.said, language, asked.isRequest)
  const { text, ownTags } = splitTrailingTags(framed.text)
  const isSubject = framed.shape === 'subject' || asked.shape === 'subject'
  const isAnnounced = framed.isAnnounced || (isSubject && /\bannounc/iu.test(prompt))
  const found = detectKind(text, language, isSubject)
  // `Write an obituary for ...` says it in the instruction alone.
  const told = isSad(prompt, language) ? 'sad' : found
  const kind = isAnnounced && (told === 'own-topic' || told === 'topic') ? 'launch' : told
  const whole = splitUnits(text, language === 'unknown' ? 'und' : language)
  const [named, ...others] = whole
  const parted = isSubject && named?.kind === 'sentence' ? splitSubject(named.text, language) : undefined
  const saidFacts = parted && closeSentence(sayFacts(parted.facts))
  const own: readonly Unit[] =
    named && parted && saidFacts ? [{ ...named, text: parted.topic }, { ...named, text: saidFacts }, ...others] : whole
  const paragraph = (own.at(-1)?.paragraph ?? -1) + 1
  const split = [...own, ...sayOfSources(brief.research ?? [], { prompt, language, paragraph })]
  const tidied = tidyUnits(split, language, cta)
  const strongest = strongestUnit(tidied.units, language, kind)
  const isShort = wishes.wantsShorter || (asked.rules.length === 'short' && tidied.units.length > 1)
  const units = isShort ? tidied.units.slice(strongest, strongest + 1) : tidied.units
  const inlineTags = listHashtags(text)
  const isShouted = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
  return {
    brief,
    language,
    kind,
    isSober: kind === 'sad' || kind === 'notice',
    voice: speaksAsI(text) ? 'i' : 'we',
    units,
    greeting: tidied.greeting,
    strongest: isShort ? 0 : strongest,
    subject: isSubject && split[0] ? asTyped(split[0].text, prompt) : undefined,
    facts: parted && saidFacts ? { list: parted.facts, sentence: saidFacts } : undefined,
    ownTags: ownTags.filter((tag) => !inlineTags.includes(tag)),
    foundTags:
      framed.wantsHashtags && wishes.wantsHashtags
        ? rotate(
            chooseHashtags(
              worthTagging(findKeyPhrases(text || fileTitle || '', language), text || fileTitle || '', language),
              [...ownTags, ...inlineTags],
              isShouted,
            ),
            variant,
          )
        : [],
    cta,
    wantsQuestion: (asked.rules.endsWith ?? brief.rules?.endsWith) === 'question',
    stock: kind === 'sad' && language !== 'en' ? undefined : stockPhrasesFor(text, language),
    mayUseEmoji:
      framed.wantsEmoji &&
      asked.rules.emoji !== 'none' &&
      wishes.wantsEmoji &&
      kind !== 'sad' &&
      kind !== 'notice' &&
      !/\p{Extended_Pictographic}/u.test(prompt),
    apostrophe: /\p{L}’\p{L}/u.test(prompt) ? '’' : "'",
    fileTitle,
    media: brief.media,
    seed: `${prompt}\n${cta ?? ''}\n${fileTitle ?? ''}${variant > 0 ? `\n${variant}` : ''}`,
  }
}

function splitTrailingTags(framed: string): { text: string; ownTags: string[] } {
  const trailing = TRAILING_HASHTAGS.exec(framed)?.[1]
  const text = trailing === undefined ? framed : framed.slice(0, -trailing.length).trim()
  // A prompt of nothing but hashtags is its own text.
  if (trailing === undefined || text === '') return { text: calmPunctuation(framed), ownTags: [] }
  return { text: calmPunctuation(text), ownTags: [...new Set(listHashtags(trailing))] }
}

/** A subject with the first letter that it was typed with, before it began a sentence. */
function asTyped(subject: string, prompt: string): string {
  const low = subject.slice(0, 1).toLowerCase() + subject.slice(1)
  return low !== subject && prompt.includes(low.slice(0, 16)) && !prompt.includes(subject.slice(0, 16)) ? low : subject
}

function speaksAsI(text: string): boolean {
  return /\b(?:i|my|i['’](?:m|ve|ll|d))\b/iu.test(text) && !/\b(?:we|our|us|we['’](?:re|ve|ll|d))\b/iu.test(text)
}
