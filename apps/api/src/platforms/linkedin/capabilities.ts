import type { DeclaredCapabilities } from '../port.ts'

/**
 * Of this adapter. Reading the posts of a member takes `r_member_social`, which LinkedIn gives to nobody new: a lost answer stays
 * unknown. An organization's can be read.
 */
export const LINKEDIN_CAPABILITIES = {
  lookUp: 'not_at_all',
  processesMedia: true,
  processesPosts: false,
  altText: true,
  firstComment: false,
  threads: false,
  edits: false,
  byAccountKind: { organization: { lookUp: 'exactly', firstComment: true } },
} as const satisfies DeclaredCapabilities
