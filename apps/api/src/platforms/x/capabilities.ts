import type { PublishingCapabilities } from '../port.ts'

/** Of this adapter. X itself also has, for some accounts, edits. */
export const X_CAPABILITIES = {
  lookUp: 'exactly',
  processesMedia: true,
  processesPosts: false,
  altText: true,
  firstComment: true,
  threads: true,
  edits: false,
} as const satisfies PublishingCapabilities
