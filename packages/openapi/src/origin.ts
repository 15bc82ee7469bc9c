/** Where a server stands that was started without any configuration. */
export const DEFAULT_ORIGIN = 'http://localhost:3000'
