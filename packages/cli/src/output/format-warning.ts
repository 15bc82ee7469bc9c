import type { Warning } from '@powerpost/client'
import { styleText } from 'node:util'
import { printableLine } from './printable.ts'

/** A response that may say what was not done as it was asked for. */
export interface Warned {
  readonly warnings?: readonly Warning[] | undefined
}

/** A warning in a line, with the field and the platform where its message does not name them. */
export function formatWarning({ message, field, platform }: Warning): string {
  const about = [platform, field].filter((name) => name !== undefined && !message.includes(name))
  const where = about.length > 0 ? ` (${about.join(', ')})` : ''
  return `${styleText('yellow', 'warning:', { stream: process.stderr })} ${printableLine(message)}${where}`
}
