import type { Config } from '#config/index.ts'

/** Where whoever runs a site finds who read it, as far as the operator has said. */
export function userAgentOf({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return publicUrl === undefined ? 'PowerPost' : `PowerPost (+${publicUrl})`
}
