import type { DatabaseHandle } from '#db/handle.ts'
import type { Trx } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import { sql } from 'kysely'

/** What may be waited for: items that are due, times of the schedule, posts to follow up, metrics to read, webhook deliveries, renditions to make. */
export type WakeTopic = 'items' | 'schedule' | 'follow_ups' | 'item_metrics' | 'deliveries' | 'renditions'

/** Hears of work that other processes, or this one, have made. What was not heard is found at the next safety look. */
export interface Waker {
  /** From `start` on `onWake` is called when somebody wakes the topic, and when that may have been missed. */
  on(topic: WakeTopic, onWake: () => void): void
  start(): Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'powerpost_wake'

/** Wakes those who wait for a topic, in every process, when the transaction commits; once, however often it is called. */
export async function wake(trx: Trx, topic: WakeTopic): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(trx)
}

export function createWaker({ listen }: Pick<DatabaseHandle, 'listen'>, logger: Logger): Waker {
  const sleepers = new Map<string, () => void>()
  let stopListening: (() => Promise<void>) | undefined
  return {
    on(topic, onWake) {
      sleepers.set(topic, onWake)
    },
    async start() {
      const onGap = () => sleepers.forEach((onWake) => onWake())
      try {
        stopListening = await listen(CHANNEL, { onNotification: (topic) => sleepers.get(topic)?.(), onGap })
      } catch (err) {
        logger.warn({ err }, 'the database announces no work: it is looked for now and again')
      }
    },
    async stop() {
      await stopListening?.()
    },
  }
}
