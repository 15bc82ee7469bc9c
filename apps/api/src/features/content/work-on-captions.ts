import type { RecordDependencies, ReportDependencies, StoredRun, TimedAttempt } from '#features/runs/index.ts'
import { recordModelCalls } from '#features/runs/index.ts'
import type { StoredControls } from '#db/types.ts'
import type { Extras, PlatformCaption, TextModel } from '#models/port.ts'
import { chooseModel } from './controls/choose-model.ts'
import { controlsOf, createBrief } from './create-brief.ts'
import type { EndDependencies } from './end-captions.ts'
import { completeCaptions } from './end-captions.ts'
import { collectWarnings } from './warnings/collect-warnings.ts'
import { refundUndone } from './warnings/refund-undone.ts'
import { warnOfMaterial } from './warnings/warn-of-material.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { findGenerationOfRun } from './generations.repository.ts'
import type { ResearchDependencies } from './research-generation.ts'
import { researchGeneration } from './research-generation.ts'
import type { SilenceDependencies } from './report-silence.ts'
import { reportSilence } from './report-silence.ts'
import { finishExtras } from './extras/finish-extras.ts'
import type { Progress } from './progress.ts'
import { collectProgress, writeProgress } from './progress.ts'
import type { WriteDependencies } from './write-captions.ts'
import { writeVariants } from './write-variants.ts'
import { describeGenerator, startWriting } from './write-captions.ts'

export interface WorkDependencies
  extends
    RecordDependencies,
    ReportDependencies,
    EndDependencies,
    ResearchDependencies,
    WriteDependencies,
    SilenceDependencies {}

/** Makes one attempt of a run of captions: research, look at the media, write and save each caption, complete. */
export async function workOnCaptions(
  dependencies: WorkDependencies,
  run: StoredRun,
  attempt: TimedAttempt,
): Promise<void> {
  const generation = await findGenerationOfRun(dependencies.db, run.subject_id)
  const controls = controlsOf(run, generation)
  const model = modelOf(dependencies, generation, controls)
  // Nothing is waited for that somebody could watch: no model, no page, and no attempt before.
  const isQuick = model.builtIn && generation.source_urls.length === 0 && attempt.number === 1
  const progress = (isQuick ? collectProgress : writeProgress)(dependencies, { run, attempt: attempt.number })
  try {
    await write(dependencies, { run, attempt, generation, controls, model, progress })
  } catch (error) {
    await progress.giveUp().catch((err: unknown) => {
      dependencies.logger.warn({ err, run_id: run.id }, 'the progress of a failed attempt was not written')
    })
    throw error
  }
}

interface Work {
  readonly run: StoredRun
  readonly attempt: TimedAttempt
  readonly generation: StoredGeneration
  readonly controls: StoredControls
  readonly model: TextModel
  readonly progress: Progress
}

async function write(
  dependencies: WorkDependencies,
  { run, attempt, generation, controls, model, progress }: Work,
): Promise<void> {
  const { db } = dependencies
  const { number, signal } = attempt
  const onUsage = recordModelCalls(dependencies, { run, attempt: number })
  await progress.report('researching')
  const research = await researchGeneration(dependencies, { generation, model, onUsage, signal })
  await progress.report('analyzing')
  const brief = await createBrief(db, { run, generation, research })
  const { warnings, onWarning } = collectWarnings()
  const written: Partial<Extras> = {}
  const onExtras = (extras: Partial<Extras>) => void Object.assign(written, extras)
  const options = { generation, model, onUsage, onWarning }
  const writing = startWriting(dependencies, { ...options, brief, onExtras, signal })
  const captions: PlatformCaption[] = []
  const stopReport = model.builtIn ? () => undefined : reportSilence(dependencies, { run, attempt: number })
  try {
    for await (const caption of writing.captions) {
      stopReport()
      await progress.save(caption)
      captions.push(caption)
    }
  } finally {
    stopReport()
  }
  const variants = await writeVariants({
    brief,
    captions,
    count: controls.variants ?? 1,
    write: (again, until) => startWriting(dependencies, { ...options, brief: again, signal: until }).captions,
    onWarning,
    logger: dependencies.logger,
    secondsLeft: attempt.secondsLeft(),
    signal,
  })
  const extras = await finishExtras(db, { run, brief, captions, written, onWarning })
  const generator = describeGenerator({ model, brief, research, shown: writing.shown() })
  warnOfMaterial({ run, generation, research, generator, onWarning })
  const refund = refundUndone({ run, generation, media: brief.media, warnings })
  await db.transaction().execute(async (trx) => {
    const { writeRest } = progress
    await completeCaptions(trx, dependencies, {
      run,
      writeRest,
      captions,
      variants,
      extras,
      generator,
      warnings,
      refund,
    })
    await attempt.complete(trx)
  })
}

/** The one that the request names, if it is still configured; in the sandbox always the built-in one. */
function modelOf(
  { model, sandboxModel }: Pick<WriteDependencies, 'model' | 'sandboxModel'>,
  { livemode }: Pick<StoredGeneration, 'livemode'>,
  controls: StoredControls,
): TextModel {
  if (!livemode) return sandboxModel
  return chooseModel(controls.model, model, sandboxModel) ?? model
}
