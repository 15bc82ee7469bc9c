import { fileURLToPath } from 'node:url'

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export const TOOLS = pathOf('..')
export const CLIENT = pathOf('../../../packages/client')
export const CLI = pathOf('../../../packages/cli')
export const SERVER = pathOf('../../../apps/api/src/main.ts')

/** A program of this workspace. */
export function tool(name: string): string {
  return pathOf(`../node_modules/.bin/${name}`)
}
