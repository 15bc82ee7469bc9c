import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#db/types.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { findLines } from './audit.repository.ts'
import { exportAuditLog } from './export-audit-log.ts'
import { toEntry } from './present-entry.ts'

export interface AuditDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

export function createAuditRoutes({ db, clock, logger }: AuditDependencies) {
  return handlersFor(contract.account.audit, {
    list: async ({ query, res }) => {
      const principal = principalOf(res)
      const page = await paginate({ list: 'audit', principal, query }, (options) =>
        findLines(db, principal, { filters: query, ...options }),
      )
      return { status: 200, body: { ...page, data: page.data.map(toEntry) } }
    },
    export: async ({ query: filters, res }) => {
      const principal = principalOf(res)
      res.setHeader('Content-Type', 'application/jsonl; charset=utf-8')
      res.setHeader('Content-Disposition', 'attachment; filename="audit.jsonl"')
      const lines = Readable.from(exportAuditLog({ db, clock }, { principal, filters }), { highWaterMark: 1 })
      // The head is sent already: what breaks off is seen by its missing end.
      await pipeline(lines, res).catch((err: unknown) => logger.warn({ err }, 'an export of the audit log broke off'))
      return { status: 200, body: undefined }
    },
  })
}
