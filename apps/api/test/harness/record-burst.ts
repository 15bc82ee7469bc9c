import { randomUUID } from 'node:crypto'
import { createEventRecorder } from '#features/webhooks/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { TestServer } from './test-server.ts'

type Place = Pick<TestServer, 'db' | 'workspaceId'>

/** Records events as a feature does, a hundred in a transaction. */
export async function recordBurst({ db, workspaceId }: Place, count: number): Promise<void> {
  const record = createEventRecorder({ clock: systemClock })
  const data = { status: 'failed', error_code: 'X', error_message: 'x' } as const
  for (let left = count; left > 0; left -= 100) {
    await db.transaction().execute(async (trx) => {
      for (let index = 0; index < Math.min(100, left); index += 1) {
        await record(trx, {
          event: 'generation.failed',
          workspaceId,
          livemode: true,
          data: { generation_id: randomUUID(), ...data },
        })
      }
    })
  }
}
