import type { Config } from '#config/index.ts'

/** Who asks, with the server's address where the operator has set one: who runs a site can look it up there. */
export function userAgentOf({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return publicUrl === undefined ? 'PowerPost' : `PowerPost (+${publicUrl})`
}
