import type { PublishingCapabilities } from '../port.ts'

export const INSTAGRAM_CAPABILITIES = {
  // By the container, which is known before the final call.
  lookUp: 'by_handle',
  processesMedia: true,
  // The address of a post is asked for after the final call, and a post that is said to be blocked is looked for.
  processesPosts: true,
  altText: true,
  firstComment: true,
  threads: false,
  edits: false,
} as const satisfies PublishingCapabilities
