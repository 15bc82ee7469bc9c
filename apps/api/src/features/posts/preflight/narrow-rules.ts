import type { AccountCapabilities, PublishingRules } from '@powerpost/contract'

/** The rules of a post type as they hold for one account: never wider than the platform's own. */
export function narrowRules(rules: PublishingRules, capabilities: AccountCapabilities | undefined): PublishingRules {
  if (!capabilities) return rules
  const { text, videos } = rules
  const { text_length: length, video_seconds: seconds } = capabilities
  return {
    ...rules,
    ...(text && length !== undefined && length < text.max && { text: { ...text, max: length, ...OF_THE_ACCOUNT } }),
    ...(videos &&
      seconds !== undefined &&
      seconds < (videos.seconds?.max ?? Infinity) && {
        videos: { ...videos, seconds: { ...videos.seconds, max: seconds, tolerated: false, ...OF_THE_ACCOUNT } },
      }),
  }
}

const OF_THE_ACCOUNT = { source: 'the platform, of the account', checked: 'when it was asked last' } as const
