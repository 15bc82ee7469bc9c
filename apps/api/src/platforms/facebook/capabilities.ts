import type { PublishingCapabilities } from '../port.ts'

/** Of this adapter. Videos are processed after the final call. */
export const FACEBOOK_CAPABILITIES = {
  lookUp: 'exactly',
  processesMedia: false,
  processesPosts: true,
  altText: true,
  firstComment: true,
  threads: false,
  edits: false,
} as const satisfies PublishingCapabilities
