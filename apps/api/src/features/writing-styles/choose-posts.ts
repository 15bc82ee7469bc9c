import type { LearnedWritingStyle, Platform } from '@powerpost/contract'
import { WRITING_STYLE_LIMITS } from '@powerpost/contract'

/** A post that a voice may be learned from. */
export interface PostToRead {
  readonly text: string
  /** Its place in `texts` of the request. */
  readonly index?: number
  readonly platform?: Platform
  readonly postId?: string
  readonly itemId?: string
}

const { example: LONGEST, learnedCharacters: MOST_CHARACTERS } = WRITING_STYLE_LIMITS
/** How many of the posts become examples of the style. */
const EXAMPLES = 5
const EXCERPT = 80

/** The posts that are read: newest first, each once, none longer than an example, as many as a model can take. */
export function choosePosts(posts: readonly PostToRead[]): readonly PostToRead[] {
  const seen = new Set<string>()
  let left = MOST_CHARACTERS
  return posts.flatMap((post) => {
    const text = [...post.text.trim()].slice(0, LONGEST).join('')
    if (text === '' || seen.has(text) || text.length > left) return []
    seen.add(text)
    left -= text.length
    return [{ ...post, text }]
  })
}

type Examples = Pick<LearnedWritingStyle, 'examples' | 'platform_examples'>

/** The most typical of them, as far as length tells, in their order; those of a known platform as its own. */
export function chooseExamples(posts: readonly PostToRead[]): Examples {
  const lengths = posts.map(({ text }) => text.length).toSorted((a, b) => a - b)
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0
  const typical = new Set(
    posts.toSorted((a, b) => Math.abs(a.text.length - middle) - Math.abs(b.text.length - middle)).slice(0, EXAMPLES),
  )
  const chosen = posts.filter((post) => typical.has(post))
  return {
    examples: chosen.flatMap(({ text, platform }) => (platform === undefined ? [text] : [])),
    platform_examples: chosen.flatMap(({ text, platform }) => (platform === undefined ? [] : [{ platform, text }])),
  }
}

/** A post that was read, as the API shows it. */
export function describeRead({
  text,
  index,
  platform,
  postId,
  itemId,
}: PostToRead): LearnedWritingStyle['posts_read'][number] {
  return {
    excerpt: [...text].slice(0, EXCERPT).join(''),
    ...(index !== undefined && { text_index: index }),
    ...(platform !== undefined && { platform }),
    ...(postId !== undefined && { post_id: postId }),
    ...(itemId !== undefined && { item_id: itemId }),
  }
}
