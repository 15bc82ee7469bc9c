import { isDeepStrictEqual } from 'node:util'
import type { RunEvent } from '#db/types.ts'
import type { ReportDependencies, StoredRun } from '#features/runs/index.ts'
import { findLastEvent, insertEvent, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { PlatformCaption } from '#models/port.ts'
import { lockGenerationOfRun } from './generations.repository.ts'
import { saveOutputs } from './outputs.repository.ts'

interface SaveOptions {
  readonly run: StoredRun
  /** The number of the attempt that wrote it. */
  readonly attempt: number
  readonly caption: PlatformCaption
}

/**
 * Saves a caption of a first run as soon as it is finished; that of a regeneration is saved at its end. Reports it, unless the same
 * caption, or one of a later attempt, was reported. Does nothing when the run has ended.
 */
export async function saveCaption(
  { db, clock, announce }: ReportDependencies,
  { run, attempt, caption: saved }: SaveOptions,
): Promise<void> {
  const { id: runId, subject_id: generationId } = run
  const { platform, caption } = saved
  await db.transaction().execute(async (trx) => {
    if (!(await lockGenerationOfRun(trx, generationId)) || !(await lockIfProcessing(trx, runId))) return
    const at = clock.now()
    if (isFirstRun(run)) await saveOutputs(trx, { generationId, attempt, captions: [{ ...saved, at }] })
    const outputs = { [platform]: caption }
    const last = await findLastEvent(trx, { runId, event: 'caption', containing: { platform } })
    if (
      last &&
      ((last.attempt ?? 0) > attempt || ('outputs' in last.data && isDeepStrictEqual(last.data.outputs, outputs)))
    )
      return
    await insertEvent(trx, { run, event: toCaptionEvent(saved), attempt, at })
  })
  announce(generationId)
}

/** How a finished caption is reported. */
export function toCaptionEvent({ platform, caption }: PlatformCaption): RunEvent {
  return { event: 'caption', data: { status: 'processing', platform, outputs: { [platform]: caption } } }
}
