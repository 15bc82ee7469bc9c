import type { Db, StoredResearch } from '#db/types.ts'
import type { LookOptions } from '#features/media/index.ts'
import { describeMedia } from '#features/media/index.ts'
import type { Attempt } from '#jobs/worker.ts'
import { checkCaption, isTolerable } from '#models/check-caption.ts'
import type { Brief, Picture, TextModel, VideoFile } from '#models/port.ts'
import type { Researcher } from '#research/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { answerFailure } from './answer-failure.ts'
import { failGeneration } from './fail-generation.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { completeGeneration, findGenerationToRun, saveOutput } from './generations.repository.ts'
import { recordModelCalls } from './record-model-calls.ts'
import { researchGeneration } from './research-generation.ts'
import { untilAborted } from './until-aborted.ts'
import { watchSight } from './watch-sight.ts'

export interface RunGenerationDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly model: TextModel
  readonly researcher: Researcher
  /** Gives the pictures of a generation's medium; none when it cannot be looked at. */
  readonly look: (options: LookOptions) => Promise<readonly Picture[]>
  /** Gives a generation's video itself; undefined when it cannot be read. */
  readonly openVideo: (options: Omit<LookOptions, 'signal'>) => Promise<VideoFile | undefined>
  readonly logger: Logger
}

/**
 * Writes a generation's captions: look at the media, write, check, save each as it is finished, end.
 *
 * An attempt that fails is tried again by the queue. The last one fails the generation and gives its credits back, so
 * that whatever happens it ends. Running it twice changes nothing: what has ended is left alone.
 */
export async function runGeneration(
  dependencies: RunGenerationDependencies,
  attempt: Attempt<'run-generation'>,
): Promise<void> {
  const { db, clock, logger } = dependencies
  const generation = await findGenerationToRun(db, attempt.data.generation_id)
  if (!generation) return
  try {
    await writeCaptions(dependencies, generation, attempt)
  } catch (error) {
    const answer = answerFailure(error, attempt)
    if (answer.kind === 'retry') throw error
    logger.error({ err: error, generation_id: generation.id, answer: answer.kind }, 'generation attempt failed')
    await db.transaction().execute(async (trx) => {
      if (answer.kind === 'postpone') return attempt.postpone(trx, answer.seconds)
      const { message } = answer
      await failGeneration(trx, { id: generation.id, clock, ...(message !== undefined && { message }) })
      await attempt.complete(trx)
    })
  }
}

async function writeCaptions(
  { db, clock, model, logger, look, openVideo, researcher }: RunGenerationDependencies,
  generation: StoredGeneration,
  attempt: Attempt<'run-generation'>,
): Promise<void> {
  const onUsage = recordModelCalls({ db, clock, logger, generationId: generation.id, attempt: attempt.number })
  // The built-in model cannot use what others wrote: it says nothing that is not in the request.
  const research = model.builtIn
    ? NO_RESEARCH
    : await researchGeneration({ db, researcher, logger, onUsage }, generation, attempt.signal)
  const brief = { ...(await createBrief(db, generation)), research: research.notes }
  const missing = new Set(brief.platforms)
  const sight = watchSight(brief.media)
  const outputs = model.write(brief, {
    signal: attempt.signal,
    onUsage,
    onShown: sight.onShown,
    look: (place) => look({ generationId: generation.id, place, signal: attempt.signal }),
    openVideo: (place) => openVideo({ generationId: generation.id, place }),
  })
  for await (const output of untilAborted(outputs, attempt.signal)) {
    const broken = checkCaption(output, brief.ctaText).find((rule) => !isTolerable(rule))
    if (broken)
      throw new Error(`${model.name} wrote a caption for ${output.platform} that breaks a rule: ${broken.message}`)
    await saveOutput(db, { ...output, generationId: generation.id, attempt: attempt.number, createdAt: clock.now() })
    missing.delete(output.platform)
  }
  if (missing.size > 0) throw new Error(`${model.name} wrote nothing for ${[...missing].join(', ')}`)
  const seen = sight.seen()
  const generator = {
    model: model.writerOf?.(brief) ?? model.name,
    built_in: model.builtIn,
    research: research.kind,
    ...(seen && { media: seen }),
  } as const
  await db.transaction().execute(async (trx) => {
    await completeGeneration(trx, { id: generation.id, generator, completedAt: clock.now() })
    await attempt.complete(trx)
  })
}

const NO_RESEARCH: StoredResearch = { kind: 'none', notes: [] }

async function createBrief(db: Db, generation: StoredGeneration): Promise<Brief> {
  // Blanks around a call to action are nobody's words; one of nothing but blanks is none.
  const ctaText = generation.cta_text?.trim()
  return {
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    ...(ctaText && { ctaText }),
    platforms: generation.platforms,
    postTypes: generation.post_types,
    researchMode: generation.research_mode,
    media: await describeMedia(db, generation.id),
    ...(generation.writing_style !== null && { style: generation.writing_style }),
  }
}
