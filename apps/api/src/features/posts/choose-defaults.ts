import type { Platform, PostOptions } from '@powerpost/contract'

type Choose = (options: PostOptions) => PostOptions

/** Of the platforms that have options with a default chosen here: the defaults of others are the platform's own. */
const DEFAULTS: Readonly<Partial<Record<Platform, Choose>>> = {
  youtube: (options) => ({
    // YouTube's own scheduling starts from a private video.
    privacy_status: options.publish_at === undefined ? 'public' : 'private',
    made_for_kids: false,
    ...options,
  }),
}

/**
 * Adds what the caller left out and a platform has to get. It is stored and shown with the draft, so that nothing is decided when the
 * item is published.
 */
export function chooseDefaults(platform: Platform, options: PostOptions): PostOptions {
  return DEFAULTS[platform]?.(options) ?? options
}
