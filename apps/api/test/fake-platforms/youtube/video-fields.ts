import type { VideoFields } from './state.ts'

const SNIPPET = ['title', 'description', 'tags', 'categoryId', 'defaultLanguage', 'defaultAudioLanguage']
const STATUS = [
  'privacyStatus',
  'selfDeclaredMadeForKids',
  'containsSyntheticMedia',
  'license',
  'embeddable',
  'publishAt',
]

export const CATEGORIES: Readonly<Record<string, { readonly title: string; readonly assignable: boolean }>> = {
  1: { title: 'Film & Animation', assignable: true },
  18: { title: 'Short Movies', assignable: false },
  22: { title: 'People & Blogs', assignable: true },
  28: { title: 'Science & Technology', assignable: true },
}

/** What YouTube does not take of what is said about a video: its own code, or a field that does not exist. */
export function findFieldFault({ snippet = {}, status = {}, ...others }: VideoFields): string | undefined {
  const unknown = [
    ...Object.keys(others),
    ...Object.keys(snippet).filter((name) => !SNIPPET.includes(name)),
    ...Object.keys(status).filter((name) => !STATUS.includes(name)),
  ]
  if (unknown.length > 0) return `unknown field ${unknown.join()}`
  const { title, description = '', tags = [], categoryId } = snippet
  if (typeof title !== 'string' || title === '' || title.length > 100 || /[<>]/.test(title)) return 'invalidTitle'
  if (typeof description !== 'string' || Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) {
    return 'invalidDescription'
  }
  if (!Array.isArray(tags) || measure(tags.map(String)) > 500) return 'invalidTags'
  if (categoryId !== undefined && !CATEGORIES[String(categoryId)]?.assignable) return 'invalidCategoryId'
  const { privacyStatus, publishAt } = status
  if (!['public', 'unlisted', 'private'].includes(String(privacyStatus))) return 'invalidVideoMetadata'
  const isTime = publishAt === undefined || !Number.isNaN(Date.parse(String(publishAt)))
  return isTime && (publishAt === undefined || privacyStatus === 'private') ? undefined : 'invalidPublishAt'
}

/** Commas between them, and quotes around those with a space. */
function measure(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + tag.length + (tag.includes(' ') ? 2 : 0), Math.max(0, tags.length - 1))
}
