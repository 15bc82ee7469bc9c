import type { CaptionRules, Platform, PostType } from '@powerpost/contract'
import { CAPTION_RULES, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { canStandIn } from '../../call-to-action.ts'
import { UNITS } from '../../units.ts'
import { AIMS, MANNERS, POST_TYPE_NOTES, TITLE_AIM } from './manners.ts'

interface SectionOptions {
  readonly platform: Platform
  readonly postTypes: readonly PostType[]
  readonly ctaText: string | undefined
  readonly length: WritingRules['length']
}

/** What a model gets about one platform: its figures from the contract's table, its aims and its manner. */
export function renderPlatform({ platform, postTypes, ctaText, length }: SectionOptions): string {
  const { text, title, hashtags, hookWithin, forbidden }: CaptionRules = CAPTION_RULES[platform]
  const lines = [
    renderKinds(platform, postTypes),
    ...(title
      ? [
          `Title: at most ${title.max} ${UNITS[title.unit]}. Aim: ${TITLE_AIM.least} to ${TITLE_AIM.most} characters. No hashtags in it.`,
        ]
      : []),
    `${title ? 'Description' : 'Text'}: at most ${text.max} ${UNITS[text.unit]}, hashtags and call to action included. Aim: ${renderAim(platform, length)}.`,
    ...(hookWithin < text.max ? [`The first ${hookWithin} characters are seen before "more": they stand alone.`] : []),
    `Hashtags: ${renderHashtags(hashtags)}.`,
    ...(forbidden ? [`Never these characters: ${forbidden.join(' ')}`] : []),
    ...(ctaText !== undefined && !canStandIn(ctaText, CAPTION_RULES[platform])
      ? ['The call to action cannot stand here: leave it out.']
      : []),
    MANNERS[platform],
  ]
  return `### ${platform}\n${lines.map((line) => `- ${line}`).join('\n')}`
}

/** All kinds of a platform share one caption, so that it must do for the strictest. */
function renderKinds(platform: Platform, postTypes: readonly PostType[]): string {
  const kinds = strictestFirst(postTypes.filter((postType) => PLATFORM_OF_POST_TYPE[postType] === platform))
  const [strictest, ...others] = kinds
  if (!strictest) return 'Written for: a post.'
  if (others.length === 0) return `Written for: ${strictest} (${POST_TYPE_NOTES[strictest]}).`
  return `Written for: ${kinds.join(', ')}: one text for all of them, so that it does for the strictest, ${strictest} (${POST_TYPE_NOTES[strictest]}).`
}

function strictestFirst(kinds: readonly PostType[]): PostType[] {
  const order = Object.keys(POST_TYPE_NOTES)
  return kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

function renderAim(platform: Platform, length: WritingRules['length']): string {
  const { least, most } = AIMS[platform]
  const middle = Math.round((least + most) / 20) * 10
  if (length === 'short') return `about ${least} characters, as a short text was asked for`
  if (length === 'long') return `about ${most} characters, as a long text was asked for`
  return length === 'medium'
    ? `about ${middle} characters`
    : `${least} to ${most} characters, less if there is little to say`
}

function renderHashtags({ best: [least, most], max }: CaptionRules['hashtags']): string {
  const best = least === 0 ? `at most ${most}, or none,` : `${least} to ${most}`
  return most === max ? `${best} read best, never more` : `${best} read best, never more than ${max}`
}
