import type { PlatformCaption } from '#models/port.ts'
import type { Platform } from '@powerpost/contract'
import { findHashtags } from '@powerpost/contract'
import { z } from 'zod'

/** The schema of a platform's caption in an answer. */
export function captionSchema(platform: Platform): z.ZodType {
  return FORMS[platform].schema
}

/** The same in words. */
export function captionExample(platform: Platform): string {
  return FORMS[platform].example
}

/** What an answer says for a platform, read as a caption; undefined when it holds none. */
export function toCaption(platform: Platform, value: unknown): PlatformCaption | undefined {
  return FORMS[platform].read(value)
}

interface Form {
  readonly schema: z.ZodType
  readonly example: string
  read(value: unknown): PlatformCaption | undefined
}

const FORMS: Record<Platform, Form> = {
  instagram: textForm('instagram'),
  tiktok: textForm('tiktok'),
  youtube: {
    schema: z.strictObject({ title: z.string(), description: z.string() }),
    example: '{ "title": "…", "description": "…" }',
    read: readVideoCaption,
  },
  x: textForm('x'),
  facebook: textForm('facebook'),
  linkedin: textForm('linkedin'),
}

function textForm(platform: Exclude<Platform, 'youtube'>): Form {
  return {
    schema: z.string(),
    example: '"…"',
    read(value) {
      const caption = readText(value)
      return caption === undefined ? undefined : { platform, caption }
    },
  }
}

// Small models wrap a caption into an object of their own and put the hashtags next to it.
const wrapped = z
  .looseObject({
    title: z.string().optional().catch(undefined),
    hashtags: z.union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/u))]).catch([]),
  })
  .catchall(z.unknown())

const TEXT_KEYS = ['caption', 'text', 'description', 'content', 'post', 'body']

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  const parsed = wrapped.safeParse(value)
  if (!parsed.success) return undefined
  const text = TEXT_KEYS.map((key) => parsed.data[key]).find((said) => typeof said === 'string' && said.trim() !== '')
  return typeof text === 'string' ? withHashtags(text.trim(), parsed.data.hashtags) : undefined
}

function withHashtags(text: string, hashtags: readonly string[]): string {
  const written = new Set(findHashtags(text).map(({ tag }) => tag.toLowerCase()))
  const tags = hashtags
    .map((tag) => `#${tag.replace(/^[#＃]+/u, '').replace(/\s+/gu, '')}`)
    .filter((tag) => tag.length > 1 && !written.has(tag.toLowerCase()))
  return tags.length > 0 ? `${text}\n\n${tags.join(' ')}` : text
}

/** A description alone has its first line for a title: rather a plain one than none. */
function readVideoCaption(value: unknown): PlatformCaption | undefined {
  const description = readText(value)
  if (description === undefined) return undefined
  const title = wrapped.safeParse(value).data?.title?.trim()
  const firstLine = description.split('\n', 1)[0] ?? ''
  return { platform: 'youtube', caption: { title: title || firstLine, description } }
}
