import type { PostMedium, PublishableItem } from '../port.ts'
import type { AssetKind } from './endpoints.ts'

type LinkedInItem = Pick<PublishableItem<'linkedin'>, 'media' | 'options'>

/** What LinkedIn takes a file for. */
export function kindOf({ type }: Pick<PostMedium, 'type'>): AssetKind {
  return type
}

/**
 * What a post shows besides its text: `content` of `POST /rest/posts`. A link has a preview only with what the options give, and with the one
 * picture of the item: LinkedIn does not read the page.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 *
 * @param urns LinkedIn's ids of the item's media, in their order
 */
export function toContent({ media, options }: LinkedInItem, urns: readonly string[]): object | undefined {
  const [medium] = media
  const [id] = urns
  if (options.article_url !== undefined) return { article: toArticle(options, id) }
  if (!medium) return undefined
  if (media.length > 1) {
    const images = media.map(({ altText }, at) => ({ id: urns[at], ...(altText !== undefined && { altText }) }))
    return { multiImage: { images } }
  }
  const { altText, fileName } = medium
  if (kindOf(medium) === 'document') {
    // LinkedIn shows none without a title.
    const title = options.document_title ?? fileName.replace(/\.pdf$/i, '')
    return { media: { id, title: title || 'Document' } }
  }
  return { media: { id, ...(kindOf(medium) === 'image' && altText !== undefined && { altText }) } }
}

function toArticle({ article_url, article_title, article_description }: LinkedInItem['options'], thumbnail?: string) {
  return {
    source: article_url,
    title: article_title ?? article_url,
    ...(article_description !== undefined && { description: article_description }),
    ...(thumbnail !== undefined && { thumbnail }),
  }
}
