import type { MediumToPost } from '#features/media/index.ts'
import type { FileRules, PostType } from '@powerpost/contract'
import type { PlacedMedium } from '../placed-medium.ts'
import type { Finding } from './finding.ts'
import { KINDS, sayBytes, sayFormats, saySeconds, SUBJECTS } from './words.ts'

interface DescriptionOptions {
  /** The field of the medium, e.g. `media[0]`. */
  readonly field: string
  readonly postType: PostType
  readonly rules: FileRules
}

/** What is wrong with what is said about a file: its alt text and its cover. */
export function checkDescription(medium: PlacedMedium, options: DescriptionOptions): Finding[] {
  return [...checkAltText(medium, options), ...checkCover(medium, options)]
}

function checkAltText({ altText, type }: PlacedMedium, { field, postType, rules }: DescriptionOptions): Finding[] {
  if (altText === undefined) return []
  const shared = { rule: 'alt_text', field: `${field}.alt_text`, actual: altText.length } as const
  const { altText: limit } = rules
  if (!limit) {
    const message = `${SUBJECTS[postType]} takes no alt texts of ${KINDS[type][1]}: this one is left out.`
    return [{ ...shared, severity: 'warning', limit: 0, message }]
  }
  if (altText.length <= limit.max) return []
  const takes = `${SUBJECTS[postType]} takes an alt text of at most ${limit.max} characters and this has ${altText.length}.`
  const message = `${takes} Shorten it by ${altText.length - limit.max}.`
  return [
    { ...shared, severity: limit.tolerated ? 'warning' : 'error', limit: limit.max, message, source: limit.source },
  ]
}

function checkCover(medium: PlacedMedium, { field, postType, rules }: DescriptionOptions): Finding[] {
  const { cover, durationSeconds } = medium
  if (!cover) return []
  const shared = { rule: 'cover', field: `${field}.cover` } as const
  const kind = 'seconds' in cover ? 'moment' : 'picture'
  const kinds = rules.cover?.kinds ?? []
  if (!kinds.includes(kind)) {
    const [taken] = kinds
    const takes = taken ? `takes a cover only as ${NAMES[taken]}` : 'takes no cover'
    const message = `${SUBJECTS[postType]} ${takes}: this one is left out.`
    return [
      {
        ...shared,
        severity: 'warning',
        limit: taken ? NAMES[taken] : 'none',
        actual: NAMES[kind],
        message,
        source: rules.cover?.source,
      },
    ]
  }
  if ('picture' in cover) {
    return cover.picture.isThere
      ? checkCoverPicture(cover.picture, { field, postType, rules })
      : [{ ...shared, ...DELETED }]
  }
  if (durationSeconds === undefined || cover.seconds <= durationSeconds) return []
  const length = saySeconds(durationSeconds, Math.floor)
  const message = `The cover is after the end of the video, which is ${length} long. Choose an earlier moment.`
  return [{ ...shared, severity: 'error', limit: durationSeconds, actual: cover.seconds, message }]
}

/** A cover that the platform does not take keeps no video from being posted. */
function checkCoverPicture(
  { mimeType, size }: MediumToPost,
  { field, postType, rules }: DescriptionOptions,
): Finding[] {
  const { formats, maxBytes, source } = rules.cover ?? {}
  const shared = { severity: 'warning', rule: 'cover', field: `${field}.cover`, source } as const
  const posted = 'The video may be posted without it.'
  if (formats && !formats.includes(mimeType)) {
    const [limit, actual] = [sayFormats(formats), sayFormats([mimeType])]
    const message = `${SUBJECTS[postType]} takes a cover as ${limit}; this one is ${actual}. ${posted}`
    return [{ ...shared, limit, actual, message }]
  }
  if (maxBytes === undefined || size <= maxBytes) return []
  const [limit, actual] = [sayBytes(maxBytes, Math.floor), sayBytes(size, Math.ceil)]
  const message = `${SUBJECTS[postType]} takes a cover of at most ${limit}; this one has ${actual}. ${posted}`
  return [{ ...shared, limit: maxBytes, actual: size, message }]
}

const NAMES = { moment: 'a moment of the video', picture: 'a picture' } as const

const DELETED = {
  severity: 'error',
  limit: 'a file',
  actual: 'deleted',
  message: 'The picture of the cover was deleted. Upload it again and use the new one.',
} as const
