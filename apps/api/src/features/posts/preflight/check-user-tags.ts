import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

/** What is wrong with the accounts that are tagged on the media. */
export function checkUserTags({ options, media, postType }: ItemToCheck, rules: PublishingRules): Finding[] {
  return (options.user_tags ?? []).flatMap(({ x, y, media_index: index = 0 }, tag): Finding[] => {
    const shared = { severity: 'error', rule: 'user_tags', field: `options.user_tags[${tag}]` } as const
    const medium = media[index]
    if (!medium) {
      const message = `The item has no medium ${index}, counted from 0, to tag an account on. Choose another media_index.`
      return [{ ...shared, limit: Math.max(0, media.length - 1), actual: index, message }]
    }
    const { placedTags } = { image: rules.images, video: rules.videos, document: undefined }[medium.type] ?? {}
    if (!placedTags || (x !== undefined && y !== undefined)) return []
    const message = `${SUBJECTS[postType]} takes a tag on a picture with its place alone. Set x and y, from 0 to 1.`
    return [{ ...shared, limit: 'x and y', actual: 'no place', message }]
  })
}
