import type { ContainerKind } from './state.ts'

const SOURCE = ['image_url', 'video_url', 'upload_type']
const POST = ['caption', 'collaborators', 'location_id', 'is_ai_generated']

/** What each container takes, and nothing else: the reference of `POST /{ig-user}/media`. */
const ALLOWED: Readonly<Record<ContainerKind, readonly string[]>> = {
  IMAGE: ['image_url', 'alt_text', 'user_tags', ...POST],
  VIDEO: ['media_type', 'video_url', 'upload_type', 'is_carousel_item', 'user_tags'],
  REELS: [
    'media_type',
    'video_url',
    'upload_type',
    'share_to_feed',
    'cover_url',
    'thumb_offset',
    'audio_name',
    'trial_params',
    'user_tags',
    ...POST,
  ],
  STORIES: ['media_type', ...SOURCE, 'user_tags', 'is_ai_generated'],
  CAROUSEL: ['media_type', 'children', ...POST],
}

const CHILD_IMAGE = ['image_url', 'is_carousel_item', 'alt_text', 'user_tags']

type Fields = Readonly<Record<string, string>>

export function kindOf(fields: Fields): ContainerKind | undefined {
  const kind = fields['media_type'] ?? 'IMAGE'
  return kind in ALLOWED ? (kind as ContainerKind) : undefined
}

/** What is wrong with the fields of a container; undefined: nothing. */
export function findMistake(kind: ContainerKind, fields: Fields): string | undefined {
  const isChild = fields['is_carousel_item'] === 'true'
  const allowed = kind === 'IMAGE' && isChild ? CHILD_IMAGE : ALLOWED[kind]
  const unknown = Object.keys(fields).find((name) => !allowed.includes(name))
  if (unknown !== undefined) return `${kind} takes no ${unknown}`
  if (kind === 'VIDEO' && !isChild) return 'VIDEO is of carousels alone'
  const sources = SOURCE.filter((name) => name in fields)
  if (sources.length !== (kind === 'CAROUSEL' ? 0 : 1)) return `${kind} has ${sources.join(' and ') || 'no source'}`
  if ((fields['upload_type'] ?? 'resumable') !== 'resumable') return 'upload_type'
  if ('cover_url' in fields && 'thumb_offset' in fields) return 'two covers'
  if (!/^\d*$/.test(fields['thumb_offset'] ?? '')) return 'thumb_offset is no number of milliseconds'
  if (!/^(?:true|false)?$/.test(fields['share_to_feed'] ?? '')) return 'share_to_feed'
  if (!/^(?:true)?$/.test(fields['is_ai_generated'] ?? '')) return 'is_ai_generated'
  return findWrongLists(kind, fields)
}

function findWrongLists(kind: ContainerKind, fields: Fields): string | undefined {
  const names = readJson(fields['collaborators'] ?? '[]')
  if (!Array.isArray(names) || names.length > 3 || names.some((name) => typeof name !== 'string'))
    return 'collaborators'
  const trial = readJson(fields['trial_params'] ?? '{"graduation_strategy":"MANUAL"}') as
    | Record<string, unknown>
    | undefined
  if (!['MANUAL', 'SS_PERFORMANCE'].includes(String(trial?.['graduation_strategy']))) return 'trial_params'
  const tags = readJson(fields['user_tags'] ?? '[]')
  if (!Array.isArray(tags)) return 'user_tags'
  for (const tag of tags as Record<string, unknown>[]) {
    const isPlaced = typeof tag['x'] === 'number' && typeof tag['y'] === 'number'
    if (typeof tag['username'] !== 'string') return 'user_tags without a username'
    if (kind === 'IMAGE' && !isPlaced) return 'user_tags of a picture without x and y'
    if ((kind === 'REELS' || kind === 'VIDEO') && 'x' in tag) return 'user_tags of a video with a place'
  }
  const children = (fields['children'] ?? '').split(',').length
  return kind === 'CAROUSEL' && (children < 2 || children > 10) ? `${children} children` : undefined
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
