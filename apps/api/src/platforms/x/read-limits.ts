import type { OutboundAnswer } from '#outbound/index.ts'
import type { PlatformLimit } from '../port.ts'
import { QUOTAS } from './limits.ts'

/** The quotas that the headers of an answer to a post tell. */
export function readLimits({ headers }: Pick<OutboundAnswer, 'headers'>): PlatformLimit[] {
  return QUOTAS.flatMap(({ name, scope, headers: start }) => {
    const [total, remaining, reset] = ['limit', 'remaining', 'reset'].map((end) =>
      readNumber(headers[`${start}-${end}`]),
    )
    if (total === undefined || remaining === undefined) return []
    const used = Math.max(0, total - remaining)
    const resetsAt = reset === undefined ? undefined : new Date(reset * 1000)
    return [{ name, scope, used, total, ...(resetsAt && { resetsAt }), source: 'the headers of X' }]
  })
}

function readNumber(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : undefined
}
