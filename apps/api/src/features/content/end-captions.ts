import type { StoredExtras, Trx } from '#db/types.ts'
import type { PartialRefund, StoredRun } from '#features/runs/index.ts'
import { endRun, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { PlatformCaption } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Generator, Warning } from '@powerpost/contract'
import { lockGenerationOfRun, updateGenerationEnd } from './generations.repository.ts'
import { findOutputs, replaceOutput, saveVariants } from './outputs.repository.ts'
import type { Variants } from './write-variants.ts'

export interface EndDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

interface CompleteOptions {
  readonly run: StoredRun
  /** Writes what of the run's progress is not written yet. */
  readonly writeRest: (trx: Trx) => Promise<void>
  /** All that the run wrote. */
  readonly captions: readonly PlatformCaption[]
  /** Further ones, by platform. */
  readonly variants: Variants
  /** What was written besides them. Absent: nothing was asked for. */
  readonly extras: StoredExtras | undefined
  readonly generator: Generator
  readonly warnings: readonly Warning[]
  /** Absent: all that was paid for was done. */
  readonly refund: PartialRefund | undefined
}

/**
 * Ends a run whose captions are all there as `completed`, once, and notifies listeners. Those of a regeneration take the place of
 * the old ones here, all at once.
 */
export async function completeCaptions(
  trx: Trx,
  { clock, recordEvent }: EndDependencies,
  { run, writeRest, captions, variants, extras, generator, warnings, refund }: CompleteOptions,
): Promise<void> {
  const { id: runId, subject_id: id, workspace_id: workspaceId, livemode } = run
  if (!(await lockGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return
  await writeRest(trx)
  const at = clock.now()
  const isFirst = isFirstRun(run)
  if (!isFirst) for (const caption of captions) await replaceOutput(trx, { ...caption, generationId: id, at })
  for (const [platform, written] of variants) {
    if (written.length === 0) continue
    await saveVariants(trx, { generationId: id, platform, variants: written.map(({ caption }) => caption) })
  }
  const data = { status: 'completed', outputs: await findOutputs(trx, id) } as const
  await updateGenerationEnd(trx, {
    id,
    status: 'completed',
    at,
    ...(isFirst && { generator }),
    ...(extras && { extras }),
  })
  const event = { event: 'completed', data } as const
  await endRun(trx, { clock }, { run, at, event, warnings, ...(refund && { refund }) })
  const webhook = { generation_id: id, ...data }
  await recordEvent(trx, { event: 'generation.completed', workspaceId, livemode, data: webhook })
}

const DEFAULT_MESSAGES = {
  first: 'The captions could not be written. The credits were refunded; try again.',
  regeneration: 'The captions could not be regenerated. The credits were refunded; try again.',
}

/**
 * Ends a run as `failed`, once, however often it is called, gives its credits back and notifies listeners. Captions that a
 * regeneration would have replaced stay as they were.
 */
export async function failCaptions(
  trx: Trx,
  { clock, recordEvent }: EndDependencies,
  { run, message }: { readonly run: StoredRun; readonly message: string | undefined },
): Promise<void> {
  const { id: runId, subject_id: id, workspace_id: workspaceId, livemode, credits_used: refund } = run
  if (!(await lockGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return
  const at = clock.now()
  const isFirst = isFirstRun(run)
  const failure = {
    code: 'GENERATION_FAILED',
    message: message ?? DEFAULT_MESSAGES[isFirst ? 'first' : 'regeneration'],
    refund,
  }
  const data = { status: 'failed', error_code: failure.code, error_message: failure.message } as const
  await updateGenerationEnd(trx, { id, status: isFirst ? 'failed' : 'completed', at })
  await endRun(trx, { clock }, { run, at, failure, event: { event: 'failed', data } })
  const webhook = { generation_id: id, ...data }
  await recordEvent(trx, { event: 'generation.failed', workspaceId, livemode, data: webhook })
}
