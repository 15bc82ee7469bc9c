import type { ChoiceName, PlatformChoice } from '@powerpost/contract'
import type { PlatformAdapter, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import { readAccountDirectives } from './account-directives.ts'

const of = (option: string, value: string | boolean, label: string): PlatformChoice => ({ option, value, label })

const PRIVACY_LEVELS: Readonly<Record<string, string>> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
}

const INTERACTIONS = ['comment', 'duet', 'stitch'].flatMap((name) => [
  of(`allow_${name}`, true, `Allow ${name}`),
  of(`allow_${name}`, false, `No ${name}`),
])

/** The same each time. */
const LISTS: Readonly<Record<ChoiceName, (displayName: string) => readonly PlatformChoice[]>> = {
  categories: () => [
    of('category_id', '22', 'People & Blogs'),
    of('category_id', '26', 'Howto & Style'),
    of('category_id', '28', 'Science & Technology'),
  ],
  playlists: () => [
    { ...of('playlist_id', 'PLsandbox-recipes', 'Recipes'), description: '12 videos, public' },
    of('playlist_id', 'PLsandbox-behind-the-counter', 'Behind the counter'),
  ],
  organizations: () => [
    { value: 'urn:li:organization:1001', label: 'Café', description: 'ADMINISTRATOR' },
    { value: 'urn:li:organization:1002', label: 'Bookshop', description: 'CONTENT_ADMIN' },
  ],
  creator_info(displayName) {
    const { options } = readAccountDirectives(displayName)
    const allowed = options.find(({ name }) => name === 'privacy_level')?.allowed ?? Object.keys(PRIVACY_LEVELS)
    const levels = allowed.map((level) => of('privacy_level', level, PRIVACY_LEVELS[String(level)] ?? String(level)))
    return [...levels, ...INTERACTIONS]
  },
}

const FAILING = /\[sandbox:choices=(unavailable|reconnect)\]/

/** What each list of the sandbox has. Words in the name of the account make it fail: see docs/sandbox.md. */
export const SANDBOX_CHOICES: NonNullable<PlatformAdapter['choices']> = {
  categories: choicesOf('categories'),
  playlists: choicesOf('playlists'),
  organizations: choicesOf('organizations'),
  creator_info: choicesOf('creator_info'),
}

function choicesOf(name: ChoiceName) {
  return async ({ connection: { displayName } }: StepOptions): Promise<readonly PlatformChoice[]> => {
    const failure = FAILING.exec(displayName)?.[1]
    if (failure === 'reconnect') throw new PlatformError('reconnect', 'The sandbox refused the access, as requested.')
    if (failure)
      throw new PlatformError('retry', 'The sandbox is unavailable, as requested.', { retryAfterSeconds: 30 })
    return LISTS[name](displayName)
  }
}
