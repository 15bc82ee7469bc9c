import { isDeepStrictEqual } from 'node:util'
import type { Db, Trx } from '#db/types.ts'
import type { PlatformCaption } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Run } from './events.repository.ts'
import { appendEvent, findToldCaption, findToldEvents, lockRun } from './events.repository.ts'

/** How far the writing of captions is. */
export type Phase = 'researching' | 'analyzing'

/** What an attempt tells of the run it works on. What comes too late, because the run has ended, is not told. */
export interface ProgressReport {
  /** Phases that it has come to. Each is told once a run: what a further attempt goes through again is not. */
  phases(phases: readonly Phase[]): Promise<void>
  /**
   * A caption that is finished, with what is to be saved of it. It is not told where the same was told already, nor where a
   * later attempt has told another.
   */
  caption(caption: PlatformCaption, save?: (trx: Trx) => Promise<void>): Promise<void>
}

export interface ReportDependencies {
  readonly db: Db
  readonly clock: Clock
  /** Tells those who watch a generation in this process that there is something new. */
  readonly announceProgress: (generationId: string) => void
}

export function reportProgress(
  { db, clock, announceProgress }: ReportDependencies,
  { attempt, ...run }: Run & { readonly attempt: number },
): ProgressReport {
  const { generationId } = run
  const write = async (work: (trx: Trx) => Promise<void>) => {
    await db.transaction().execute(async (trx) => {
      if (await lockRun(trx, run)) await work(trx)
    })
    announceProgress(generationId)
  }
  return {
    phases: (phases) =>
      write(async (trx) => {
        const told = await findToldEvents(trx, generationId)
        for (const event of phases) {
          if (told.has(event)) continue
          const progress = { event, data: { status: 'processing' } } as const
          await appendEvent(trx, { generationId, progress, attempt, at: clock.now() })
        }
      }),
    caption: ({ platform, caption }, save) =>
      write(async (trx) => {
        await save?.(trx)
        const outputs = { [platform]: caption }
        const told = await findToldCaption(trx, { generationId, platform })
        if (told && ((told.attempt ?? 0) > attempt || isDeepStrictEqual(told.outputs, outputs))) return
        const progress = { event: 'caption', data: { status: 'processing', platform, outputs } } as const
        await appendEvent(trx, { generationId, progress, attempt, at: clock.now() })
      }),
  }
}
