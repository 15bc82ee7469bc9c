const NOTHING_ELSE = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const

/** A page of this server: nothing inline, and no other host. */
export const PAGE_POLICY = toHeader(NOTHING_ELSE)

/**
 * The reference writes styles into its elements as it draws them, and cannot do without: docs/decisions/0030-the-reference-page.md. It
 * runs no script but this server's own, and asks no other host.
 */
export const REFERENCE_POLICY = toHeader({ ...NOTHING_ELSE, 'style-src': "'self' 'unsafe-inline'" })

function toHeader(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}
