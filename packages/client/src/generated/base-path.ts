// Made from packages/contract by `pnpm generate`: change it there.

/** Where every operation stands. */
export const API_BASE_PATH = '/api/v1'
