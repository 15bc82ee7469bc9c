import type { PublishingCapabilities } from '../port.ts'

export const SANDBOX_CAPABILITIES = {
  lookUp: 'by_handle',
  processesMedia: true,
  processesPosts: true,
  altText: true,
  firstComment: true,
  threads: true,
  lateIds: true,
  edits: false,
} as const satisfies PublishingCapabilities
