import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { exportMetrics } from './export-metrics.ts'
import { getItemAnalytics } from './get-item-analytics.ts'
import type { StoredMetrics } from './item-metrics.repository.ts'
import { readRange } from './range.ts'
import { summarizeMetrics } from './summarize-metrics.ts'

export interface AnalyticsDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly isCollected: (item: Pick<StoredMetrics, 'platform' | 'connection_id' | 'livemode'>) => Promise<boolean>
}

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const

export function createAnalyticsRoutes(dependencies: AnalyticsDependencies) {
  const { db, logger } = dependencies
  return handlersFor(contract.analytics, {
    item: async ({ params, query, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, withHistory: query.include === 'history' }
      return { status: 200, body: await getItemAnalytics(dependencies, options) }
    },
    summary: async ({ query, res }) => ({
      status: 200,
      body: await summarizeMetrics(db, workspacePrincipalOf(res), query),
    }),
    export: async ({ query, res }) => {
      const principal = workspacePrincipalOf(res)
      const range = await readRange(db, principal, query)
      res.setHeader('Content-Type', TYPES[query.format])
      res.setHeader('Content-Disposition', `attachment; filename="analytics.${query.format}"`)
      const lines = Readable.from(exportMetrics(dependencies, { principal, range, query }), { highWaterMark: 1 })
      // The head is sent already: what breaks off is seen by its missing end.
      await pipeline(lines, res).catch((err: unknown) => logger.warn({ err }, 'an export of metrics broke off'))
      return { status: 200, body: undefined }
    },
  })
}
