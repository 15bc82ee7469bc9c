import type { RunEvent, Trx } from '#db/types.ts'
import type { ReportDependencies, StoredRun, TimedEvent } from '#features/runs/index.ts'
import { insertEvents, isFirstRun, lockIfProcessing, reportOnce } from '#features/runs/index.ts'
import type { PlatformCaption } from '#models/port.ts'
import { lockGenerationOfRun } from './generations.repository.ts'
import { saveOutputs } from './outputs.repository.ts'
import { saveCaption, toCaptionEvent } from './save-caption.ts'

/** Where the progress of an attempt at a run of captions is kept. */
export interface Progress {
  report(event: 'researching' | 'analyzing'): Promise<void>
  save(caption: PlatformCaption): Promise<void>
  /** Writes what was only collected so far. In the transaction that ends the run, which holds the locks of generation and run. */
  writeRest(trx: Trx): Promise<void>
  /** The same for an attempt that failed, which has no such transaction. */
  giveUp(): Promise<void>
}

interface ProgressOptions {
  readonly run: StoredRun
  /** The number of the attempt. */
  readonly attempt: number
}

/** Writes each step as it happens, in a transaction of its own: a model takes seconds between them, and somebody may watch. */
export function writeProgress(dependencies: ReportDependencies, { run, attempt }: ProgressOptions): Progress {
  return {
    report: (event) => reportOnce(dependencies, { run, attempt, event: toPhaseEvent(event) }),
    save: (caption) => saveCaption(dependencies, { run, attempt, caption }),
    writeRest: async () => {},
    giveUp: async () => {},
  }
}

/**
 * Keeps all steps in memory until the end: the built-in writer takes milliseconds, so that a transaction for each of them is most of
 * its work. Only for a first attempt: it has nothing to compare with what an earlier one reported.
 */
export function collectProgress(dependencies: ReportDependencies, { run, attempt }: ProgressOptions): Progress {
  const { db, clock, announce } = dependencies
  const { subject_id: generationId } = run
  const events: TimedEvent[] = []
  const captions: (PlatformCaption & { readonly at: Date })[] = []

  async function writeRest(trx: Trx): Promise<void> {
    const isSaved = isFirstRun(run) && captions.length > 0
    if (isSaved) await saveOutputs(trx, { generationId, attempt, captions })
    if (events.length > 0) await insertEvents(trx, { run, attempt, events })
  }

  return {
    async report(event) {
      events.push({ event: toPhaseEvent(event), at: clock.now() })
    },
    async save(caption) {
      const at = clock.now()
      captions.push({ ...caption, at })
      events.push({ event: toCaptionEvent(caption), at })
    },
    writeRest,
    async giveUp() {
      await db.transaction().execute(async (trx) => {
        if ((await lockGenerationOfRun(trx, generationId)) && (await lockIfProcessing(trx, run.id)))
          await writeRest(trx)
      })
      announce(generationId)
    },
  }
}

function toPhaseEvent(event: 'researching' | 'analyzing'): RunEvent {
  return { event, data: { status: 'processing' } }
}
