import { findHashtags } from '@powerpost/contract'
import type { Platform, WarningCode } from '@powerpost/contract'
import { AIMS, TITLE_AIM } from '#models/ai-sdk/instructions/manners.ts'
import { checkCaption, isTolerable } from '#models/check-caption.ts'
import type { PlatformCaption } from '#models/port.ts'
import { hasEmoji } from '#models/rules/marks.ts'
import { splitTags } from '#models/rules/tags.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import { findLinks } from '#reading/text/find-links.ts'
import type { EvalBrief } from './briefs.ts'

/** The captions of a brief, as one model wrote them. */
export interface Written {
  readonly brief: EvalBrief
  readonly captions: readonly PlatformCaption[]
  readonly warnings: readonly { readonly code: WarningCode; readonly message: string }[]
  /** Why there are none, or not all. */
  readonly error?: string
}

/** What was checked of a caption, or of all of a brief. */
export interface Verdict {
  readonly check: string
  readonly ok: boolean
  readonly brief: string
  readonly platform?: Platform
}

/** Everything that code can decide about the captions of a brief. */
export function checkWritten(written: Written): Verdict[] {
  const { brief, captions, warnings } = written
  const name = brief.name
  return [
    { check: 'all six written', ok: captions.length === 6, brief: name },
    ...(captions.length === 6
      ? [{ check: 'same words on at most one pair of platforms', ok: countSame(captions) <= 1, brief: name }]
      : []),
    ...(brief.warns === undefined
      ? []
      : [{ check: 'warns as expected', ok: warnings.some(({ code }) => code === brief.warns), brief: name }]),
    ...captions.flatMap((caption) =>
      checksOf(caption, brief).map(([check, ok]) => ({ check, ok, brief: name, platform: caption.platform })),
    ),
  ]
}

function checksOf(written: PlatformCaption, brief: EvalBrief): [check: string, ok: boolean][] {
  const { platform, caption } = written
  const all = textOf(written)
  const text = typeof caption === 'string' ? caption : caption.description
  const { body, tags } = splitTags(text, platform)
  const says = (words: string) => all.toLowerCase().includes(words.toLowerCase())
  const found = detectLanguage(body)
  const { least, most } = AIMS[platform]
  const links = findLinks(brief.prompt).map(({ start, end }) => brief.prompt.slice(start, end))
  return [
    ['within the limits', checkCaption(written, brief.cta).every(isTolerable)],
    ...when(brief.forbid, (words) => ['no order printed', !words.some(says)]),
    ...when(brief.secret, (words) => ['no secret published', !words.some(says)]),
    ...when(brief.keep.length > 0 || undefined, () => ['facts kept', brief.keep.every(says)]),
    ...when(links.length > 0 || undefined, () => ['links kept', links.every(says)]),
    ...when(brief.cta, (cta) => ['call to action, once', all.split(cta).length === 2]),
    ...when(brief.emoji, () => ['no emoji, where asked', !hasEmoji(all)]),
    ...when(brief.maxTags, (max) => ['number of hashtags, where asked', findHashtags(text, platform).length <= max]),
    ...when(brief.noQuestion, () => ['no question, where asked or sad', !/[?？؟]/u.test(all)]),
    ...when(brief.noExclamation, () => ['no exclamation mark, where asked', !/[!！]/u.test(all)]),
    ...when(brief.lower, () => ['lower case, where asked', !/\p{Lu}/u.test(body)]),
    ['in the language of the brief', found === 'unknown' || found === brief.language],
    ['hashtags at the end, none twice', new Set(tags.map((tag) => tag.toLowerCase())).size === tags.length],
    ['plain text', !/\*\*|^#{1,3} |```|\(\s*\)|https?:\S+\.$/mu.test(all)],
    ['length that reads well', body.length >= least && body.length <= most],
    ...(typeof caption === 'string' ? [] : titleChecks(caption)),
  ]
}

function titleChecks({ title, description }: { title: string; description: string }): [string, boolean][] {
  return [
    [
      'title that reads well',
      title.length >= TITLE_AIM.least && title.length <= TITLE_AIM.most && !title.endsWith('…'),
    ],
    ['description does not begin with the title', !description.startsWith(title.replace(/[.!?…]$/u, ''))],
  ]
}

function when<Value>(value: Value | undefined, make: (value: Value) => [string, boolean]): [string, boolean][] {
  return value === undefined ? [] : [make(value)]
}

/** Title and text of a caption. */
export function textOf({ caption }: PlatformCaption): string {
  return typeof caption === 'string' ? caption : `${caption.title}\n${caption.description}`
}

/** How many pairs of platforms have the same words, hashtags and call to action aside. */
function countSame(captions: readonly PlatformCaption[]): number {
  const bodies = captions.map(({ platform, caption }) => {
    const text = typeof caption === 'string' ? caption : caption.description
    return splitTags(text, platform)
      .body.replace(/[\p{P}\p{S}\s]+/gu, ' ')
      .toLowerCase()
      .trim()
  })
  return bodies.flatMap((body, index) => bodies.slice(index + 1).filter((other) => other === body)).length
}
