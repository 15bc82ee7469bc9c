import { hasEmoji } from './marks.ts'
import { splitTags, countTags } from './tags.ts'

/** Fewer posts say nothing of a habit. */
const LEAST_POSTS = 3
/** The longest ending that is a signature, in UTF-16 units. */
const LONGEST_ENDING = 60

/**
 * What can be counted of the voice of posts, as sentences that a writing style may hold and that code follows. Empty: there are
 * too few posts to call anything a habit.
 */
export function measureVoice(posts: readonly string[]): string[] {
  if (posts.length < LEAST_POSTS) return []
  const counts = posts.map((post) => countTags(post, 'instagram'))
  const most = Math.max(...counts)
  const bodies = posts.map((post) => splitTags(post, 'instagram').body)
  const ending = endingOf(bodies)
  return [
    ...(most === 0 ? ['No hashtags.'] : [`At most ${most} ${most === 1 ? 'hashtag' : 'hashtags'}.`]),
    ...(posts.some(hasEmoji) ? [] : ['No emoji.']),
    ...(bodies.some((body) => /[!！]/u.test(body)) ? [] : ['No exclamation marks.']),
    ...(bodies.some((body) => /\p{Lu}/u.test(body)) || !bodies.some((body) => /\p{Ll}/u.test(body))
      ? []
      : ['All lower case.']),
    ...(ending === undefined ? [] : [`End with "${ending}".`]),
  ]
}

/** The last line of all of them, where they have more than that. */
function endingOf(bodies: readonly string[]): string | undefined {
  const lines = bodies.map((body) => body.split('\n').map((line) => line.trim()))
  const last = lines[0]?.at(-1)
  if (!last || last.length > LONGEST_ENDING || /["“”„«»\n]/u.test(last)) return undefined
  return lines.every((of) => of.length > 1 && of.at(-1) === last) ? last : undefined
}
