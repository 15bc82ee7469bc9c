import type { Trx } from '#db/types.ts'
import { sql } from 'kysely'
import type { JobDefinitions, JobMessage } from './definition.ts'
import { envelopeSchema } from './worker.ts'

/** The jobs that wait or run, oldest first; none where no queue ever was. */
export async function listPendingJobs<Jobs extends JobDefinitions>(trx: Trx, jobs: Jobs): Promise<JobMessage<Jobs>[]> {
  const { rows: tables } = await sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`.execute(
    trx,
  )
  if (!tables[0]?.found) return []
  const { rows } = await sql<{ name: string; data: unknown }>`
    select name, data from pgboss.job
    where state in ('created', 'retry', 'active') and name in (${sql.join(Object.keys(jobs))})
    order by created_on, id`.execute(trx)
  return rows.map(({ name, data }) => {
    // The query asks for these names only, and the schema is the name's.
    return [name, jobs[name]?.schema.parse(envelopeSchema.parse(data).data)] as unknown as JobMessage<Jobs>
  })
}
