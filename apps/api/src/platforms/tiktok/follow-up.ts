import type { Checkpoint, FollowedUp, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { TikTokApi } from './api.ts'
import { readFollowed } from './checkpoint.ts'
import { FAIL_RULES } from './error-rules.ts'
import { askStatus, readPostId, toAddress } from './status.ts'

/**
 * Asks whether a post is public by now: its moderation may take hours, and what is in an inbox becomes public when a person posts it.
 *
 * @throws PlatformError when TikTok cannot be asked
 */
export async function followUp(api: TikTokApi, recorded: Checkpoint, options: StepOptions): Promise<FollowedUp> {
  const { publish_id, username, kind, mode } = readFollowed(recorded)
  try {
    const status = await askStatus(api, publish_id, options)
    const id = readPostId(status)
    if (id !== undefined) return { status: 'found', platformPostId: id, ...toAddress({ id, username, kind }) }
    if (status.status === 'FAILED') return { status: 'refused', message: sayRefused(status.fail_reason, mode) }
    return { status: 'waiting', checkpoint: recorded }
  } catch (error) {
    // TikTok forgets uploads: there is nobody else to ask.
    const isForgotten =
      error instanceof PlatformError && /invalid_publish_id|for_specified_publish_id/.test(error.platformError ?? '')
    if (isForgotten) return { status: 'nothing' }
    throw error
  }
}

function sayRefused(reason: string, mode: 'direct' | 'inbox'): string {
  const what =
    mode === 'inbox'
      ? 'TikTok no longer has it in the inbox of the account.'
      : 'TikTok refused the post after it had accepted it.'
  const why = FAIL_RULES[reason]?.message
  return why === undefined ? what : `${what} ${why}`
}
