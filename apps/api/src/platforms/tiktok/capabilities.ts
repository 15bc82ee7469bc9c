import type { PublishingCapabilities } from '../port.ts'

export const TIKTOK_CAPABILITIES = {
  // By the id that `init` gives before the last chunk of a video is sent. Of photos it comes with the answer of the final call: without it
  // the outcome is unknown.
  lookUp: 'by_handle',
  processesMedia: false,
  processesPosts: true,
  altText: false,
  firstComment: false,
  threads: false,
  edits: false,
  lateIds: true,
} as const satisfies PublishingCapabilities
