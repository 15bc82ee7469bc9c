const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  // The reference writes styles into its elements as it draws them; it cannot be told to do without.
  'style-src': "'unsafe-inline'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const

/** The page asks no other host, and runs no script but this server's own. */
export const REFERENCE_POLICY = Object.entries(DIRECTIVES)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')
