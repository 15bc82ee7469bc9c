import type { ReportDependencies, RunAttempt, StoredRun } from '#features/runs/index.ts'
import { recordModelCalls, reportOnce } from '#features/runs/index.ts'
import type { PlatformCaption } from '#models/port.ts'
import { createBrief } from './create-brief.ts'
import type { EndDependencies } from './end-captions.ts'
import { completeCaptions } from './end-captions.ts'
import { collectWarnings } from './warnings/collect-warnings.ts'
import { refundUndone } from './warnings/refund-undone.ts'
import { warnOfMaterial } from './warnings/warn-of-material.ts'
import { findGenerationOfRun } from './generations.repository.ts'
import type { ResearchDependencies } from './research-generation.ts'
import { researchGeneration } from './research-generation.ts'
import { saveCaption } from './save-caption.ts'
import type { WriteDependencies } from './write-captions.ts'
import { describeGenerator, startWriting } from './write-captions.ts'

export interface WorkDependencies
  extends ReportDependencies, EndDependencies, ResearchDependencies, WriteDependencies {}

/** Makes one attempt of a run of captions: research, look at the media, write and save each caption, complete. */
export async function workOnCaptions(
  dependencies: WorkDependencies,
  run: StoredRun,
  attempt: RunAttempt,
): Promise<void> {
  const { db } = dependencies
  const generation = await findGenerationOfRun(db, run.subject_id)
  const model = generation.livemode ? dependencies.model : dependencies.sandboxModel
  const { number, signal } = attempt
  const onUsage = recordModelCalls(dependencies, { run, attempt: number })
  const report = (event: 'researching' | 'analyzing') =>
    reportOnce(dependencies, { run, attempt: number, event: { event, data: { status: 'processing' } } })

  await report('researching')
  const research = await researchGeneration(dependencies, { generation, model, onUsage, signal })
  await report('analyzing')
  const brief = await createBrief(db, { run, generation, research })
  const { warnings, onWarning } = collectWarnings()
  const writing = startWriting(dependencies, { generation, model, brief, onUsage, onWarning, signal })
  const captions: PlatformCaption[] = []
  for await (const caption of writing.captions) {
    await saveCaption(dependencies, { run, attempt: number, caption })
    captions.push(caption)
  }
  const generator = describeGenerator({ model, brief, research, shown: writing.shown() })
  warnOfMaterial({ run, generation, research, generator, onWarning })
  const refund = refundUndone({ run, generation, media: brief.media, warnings })
  await db.transaction().execute(async (trx) => {
    await completeCaptions(trx, dependencies, { run, captions, generator, warnings, refund })
    await attempt.complete(trx)
  })
}
