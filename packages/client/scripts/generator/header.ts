/** Stands above every generated file. */
export const HEADER = '// Made from packages/contract by `pnpm generate`: change it there.\n\n'
