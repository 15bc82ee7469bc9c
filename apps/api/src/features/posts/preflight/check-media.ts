import type { MediaType, PublishingRules } from '@powerpost/contract'
import { checkDescription } from './check-description.ts'
import { checkFile } from './check-file.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import { KINDS, sayCount, SUBJECTS } from './words.ts'

/** What is wrong with the media of an item: with how many of what they are, and with each. */
export function checkMedia(item: ItemToCheck, rules: PublishingRules): Finding[] {
  if (item.media.length === 0) return checkNeed(item, rules)
  return [
    ...checkMix(item, rules),
    ...checkKind(item, rules, 'image'),
    ...checkKind(item, rules, 'video'),
    ...checkKind(item, rules, 'document'),
    ...item.media.flatMap((medium, index) => {
      const fileRules = rulesFor(rules, medium.type)
      if (!fileRules) return []
      const options = { postType: item.postType, rules: fileRules }
      return [
        ...checkFile(medium, { ...options, index }),
        ...checkDescription(medium, { ...options, field: `media[${index}]` }),
      ]
    }),
  ]
}

function rulesFor(rules: PublishingRules, type: MediaType) {
  return { image: rules.images, video: rules.videos, document: rules.documents }[type]
}

function checkNeed({ content, postType }: ItemToCheck, { needs, images, videos }: PublishingRules): Finding[] {
  const none = { severity: 'error', limit: 1, actual: 0 } as const
  if (needs === 'text or media') {
    if (content.trim() !== '') return []
    const message = `${SUBJECTS[postType]} needs a text, or media. Give it either.`
    return [{ ...none, rule: 'text_or_media', field: 'content', message }]
  }
  const kinds = [images && 'a picture', videos && 'a video'].filter((kind) => kind !== undefined).join(' or ')
  const message = `${SUBJECTS[postType]} needs ${kinds}. Upload one and name it in media_ids.`
  return [{ ...none, rule: 'media', field: 'media_ids', message }]
}

function checkMix({ media, postType }: ItemToCheck, { images, videos, documents, mixed }: PublishingRules): Finding[] {
  const kinds = new Set(media.map(({ type }) => type))
  const shared = { severity: 'error', field: 'media_ids' } as const
  if (kinds.has('document') && documents && kinds.size > 1) {
    const message = `${SUBJECTS[postType]} takes a document alone. Leave out either the document or the other media.`
    return [{ ...shared, rule: 'media_mixed', limit: 'one kind', actual: 'a document and others', message }]
  }
  // Where only one kind is taken, the other is said to be too many.
  if (!images || !videos || !kinds.has('image') || !kinds.has('video')) return []
  if (!mixed) {
    const message = `${SUBJECTS[postType]} takes either pictures or a video. Leave out the ones or the other.`
    return [{ ...shared, rule: 'media_mixed', limit: 'one kind', actual: 'pictures and videos', message }]
  }
  if (media.length <= mixed.max) return []
  const message = `${SUBJECTS[postType]} takes at most ${mixed.max} pictures and videos together and this has ${media.length}. Leave ${media.length - mixed.max} of them out.`
  return [{ ...shared, rule: 'media_count', limit: mixed.max, actual: media.length, message, source: mixed.source }]
}

function checkKind({ media, postType }: ItemToCheck, rules: PublishingRules, type: MediaType): Finding[] {
  const actual = media.filter((medium) => medium.type === type).length
  const count = rulesFor(rules, type)?.count
  const limit = count?.max ?? 0
  if (actual <= limit) return []
  const instead = type !== 'image' && rules.images ? 'image' : 'video'
  const other = rulesFor(rules, instead)
  const takes = count
    ? `${count.tolerated ? 'should have' : 'takes'} at most ${sayCount(limit, type)} and this has ${actual}. Leave ${actual - limit} out.`
    : `takes no ${KINDS[type][1]}. Name ${other?.count.max === 1 ? 'a' : 'only'} ${instead === 'video' ? 'video' : 'pictures'} instead.`
  return [
    {
      severity: count?.tolerated ? 'warning' : 'error',
      rule: count ? 'media_count' : 'media_type',
      field: 'media_ids',
      limit,
      actual,
      message: `${SUBJECTS[postType]} ${takes}`,
      source: count?.source,
    },
  ]
}
