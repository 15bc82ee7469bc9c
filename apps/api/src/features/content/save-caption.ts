import { isDeepStrictEqual } from 'node:util'
import type { ReportDependencies, StoredRun } from '#features/runs/index.ts'
import { findLastEvent, insertEvent, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { PlatformCaption } from '#models/port.ts'
import { lockGenerationOfRun } from './generations.repository.ts'
import { saveOutput } from './outputs.repository.ts'

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
  { run, attempt, caption: { platform, caption } }: SaveOptions,
): Promise<void> {
  const { id: runId, subject_id: generationId } = run
  await db.transaction().execute(async (trx) => {
    if (!(await lockGenerationOfRun(trx, generationId)) || !(await lockIfProcessing(trx, runId))) return
    const at = clock.now()
    if (isFirstRun(run)) await saveOutput(trx, { generationId, platform, caption, attempt, createdAt: at })
    const outputs = { [platform]: caption }
    const last = await findLastEvent(trx, { runId, event: 'caption', containing: { platform } })
    if (
      last &&
      ((last.attempt ?? 0) > attempt || ('outputs' in last.data && isDeepStrictEqual(last.data.outputs, outputs)))
    )
      return
    const event = { event: 'caption', data: { status: 'processing', platform, outputs } } as const
    await insertEvent(trx, { run, event, attempt, at })
  })
  announce(generationId)
}
