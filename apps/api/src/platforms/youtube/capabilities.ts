import type { PublishingCapabilities } from '../port.ts'

/** Of this adapter. A video is looked up by the session of its upload. */
export const YOUTUBE_CAPABILITIES = {
  lookUp: 'by_handle',
  processesMedia: false,
  processesPosts: true,
  altText: false,
  firstComment: true,
  threads: false,
  edits: false,
} as const satisfies PublishingCapabilities
