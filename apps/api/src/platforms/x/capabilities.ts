import type { PublishingCapabilities } from '../port.ts'

/** Of this adapter. X itself also has threads and, for some accounts, edits. */
export const X_CAPABILITIES = {
  lookUp: 'exactly',
  processesMedia: true,
  processesPosts: false,
  altText: true,
  firstComment: false,
  threads: false,
  edits: false,
} as const satisfies PublishingCapabilities
