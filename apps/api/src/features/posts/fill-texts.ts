import { invalidField } from '#shared/app-error.ts'
import type { Captions, PostItemInput } from '@powerpost/contract'
import { PLATFORM_NAMES, PLATFORM_OF_POST_TYPE, PUBLISHING_RULES } from '@powerpost/contract'

interface FillOptions {
  /** The item's place in the request, from 0. */
  readonly index: number
  /** Of the generation that texts are filled from; undefined when there is none. */
  readonly captions: Captions | undefined
}

interface Texts {
  readonly content: string
  readonly title: string | undefined
}

/** The texts of an item: its own, else the generation's. Throws VALIDATION_ERROR where neither has one. */
export function fillTexts(item: PostItemInput, { index, captions }: FillOptions): Texts {
  const platform = PLATFORM_OF_POST_TYPE[item.post_type]
  const caption = toTexts(captions?.[platform])
  const missing = captions
    ? `is required: the generation has no caption for ${PLATFORM_NAMES[platform]}`
    : 'is required when there is no generation_id'
  const content = item.content ?? caption?.content
  if (content === undefined) throw invalidField(`items[${index}].content`, missing)
  const rule = PUBLISHING_RULES[item.post_type].title
  // Where a post type has no title nobody would see it.
  if (!rule) return { content, title: undefined }
  const title = item.title ?? caption?.title
  if (title === undefined && rule.required) throw invalidField(`items[${index}].title`, missing)
  return { content, title }
}

function toTexts(caption: Captions[keyof Captions]): Texts | undefined {
  if (caption === undefined) return undefined
  return typeof caption === 'string'
    ? { content: caption, title: undefined }
    : { content: caption.description, title: caption.title }
}
