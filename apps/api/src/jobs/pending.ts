import type { Trx } from '#db/types.ts'
import { sql } from 'kysely'
import type { JobData, JobName } from './catalogue.ts'
import { JOBS } from './catalogue.ts'
import { envelopeSchema } from './worker.ts'

/** A job that has not ended. */
export interface PendingJob {
  readonly name: JobName
  readonly data: JobData<JobName>
}

/** The jobs that wait or run, oldest first; none where no queue ever was. */
export async function listPendingJobs(trx: Trx): Promise<PendingJob[]> {
  const { rows: tables } = await sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`.execute(
    trx,
  )
  if (!tables[0]?.found) return []
  const { rows } = await sql<{ name: JobName; data: unknown }>`
    select name, data from pgboss.job
    where state in ('created', 'retry', 'active') and name in (${sql.join(Object.keys(JOBS))})
    order by created_on, id`.execute(trx)
  return rows.map(({ name, data }) => ({ name, data: JOBS[name].schema.parse(envelopeSchema.parse(data).data) }))
}
