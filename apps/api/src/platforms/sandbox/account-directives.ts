import type { AccountCapabilities } from '@powerpost/contract'
import type { PlatformLimit } from '../port.ts'

const PATTERN = /\[sandbox:(max_text|max_video_seconds|privacy_level)=([\w|]{1,200})\]/g

/**
 * What words in square brackets in the name of a sandbox account make it say of itself, e.g. `Shop [sandbox:max_video_seconds=30]`:
 * see docs/sandbox.md.
 */
export function readAccountDirectives(displayName: string): AccountCapabilities {
  const said = new Map(Array.from(displayName.matchAll(PATTERN), ([, name = '', value = '']) => [name, value]))
  const [text, seconds] = [Number(said.get('max_text')), Number(said.get('max_video_seconds'))]
  const levels = said.get('privacy_level')?.split('|')
  return {
    ...(Number.isInteger(text) && text > 0 && { text_length: text }),
    ...(seconds > 0 && { video_seconds: seconds }),
    options: levels ? [{ name: 'privacy_level', allowed: levels }] : [],
  }
}

const LIMIT = /\[sandbox:posts_left=(\d{1,3})\]/
const POSTS_OF_A_DAY = 100

/** What of its posts of a day a sandbox account says that it has left, by words in its name: `Shop [sandbox:posts_left=1]`. */
export function readAccountLimits(displayName: string): PlatformLimit[] {
  const left = LIMIT.exec(displayName)?.[1]
  if (left === undefined) return []
  const used = Math.max(0, POSTS_OF_A_DAY - Number(left))
  return [{ name: 'posts_24h', used, total: POSTS_OF_A_DAY, scope: 'account', source: 'the sandbox, as requested' }]
}
