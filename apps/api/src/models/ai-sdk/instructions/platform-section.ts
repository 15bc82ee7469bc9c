import type { CaptionRules, Platform, PostType } from '@powerpost/contract'
import { CAPTION_RULES, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { canStandIn } from '../../call-to-action.ts'
import { MANNERS, POST_TYPE_NOTES } from './manners.ts'
import { UNITS } from '../../units.ts'

interface SectionOptions {
  readonly platform: Platform
  readonly postTypes: readonly PostType[]
  readonly ctaText: string | undefined
}

/** What a model is told of one platform: its figures from the contract's table, and its manner. */
export function renderPlatform({ platform, postTypes, ctaText }: SectionOptions): string {
  const { text, title, hashtags, hookWithin, forbidden }: CaptionRules = CAPTION_RULES[platform]
  const kinds = postTypes.filter((postType) => PLATFORM_OF_POST_TYPE[postType] === platform)
  const lines = [
    `Written for: ${kinds.map((kind) => `${kind} (${POST_TYPE_NOTES[kind]})`).join('; ')}.`,
    ...(title
      ? [`Title: at most ${title.max} ${UNITS[title.unit]}, best within ${title.readsWellWithin}. No hashtags in it.`]
      : []),
    `${title ? 'Description' : 'Text'}: at most ${text.max} ${UNITS[text.unit]}, hashtags and call to action included.`,
    ...(hookWithin < text.max
      ? [`The first ${hookWithin} characters are seen before "more": the hook ends there.`]
      : []),
    `Hashtags: ${renderHashtags(hashtags)}.`,
    ...(forbidden ? [`Never these characters: ${forbidden.join(' ')}`] : []),
    ...(ctaText !== undefined && !canStandIn(ctaText, CAPTION_RULES[platform])
      ? ['The call to action cannot stand here: leave it out.']
      : []),
    MANNERS[platform],
  ]
  return `### ${platform}\n${lines.map((line) => `- ${line}`).join('\n')}`
}

function renderHashtags({ best: [least, most], max }: CaptionRules['hashtags']): string {
  const best = least === 0 ? `at most ${most}, or none,` : `${least} to ${most}`
  return most === max ? `${best} read best, never more` : `${best} read best, never more than ${max}`
}
