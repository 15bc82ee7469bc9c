import type { Db, StoredResearch } from '#db/types.ts'
import type { LookOptions } from '#features/media/index.ts'
import { describeMedia } from '#features/media/index.ts'
import { checkCaption, isTolerable } from '#models/check-caption.ts'
import type { Brief, Picture, PlatformCaption, Rewrite, TextModel, VideoFile } from '#models/port.ts'
import type { Researcher } from '#research/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Generator, Platform } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { StoredGeneration } from './generations.repository.ts'
import type { Phase } from './progress/report-progress.ts'
import { recordModelCalls } from './record-model-calls.ts'
import { researchGeneration } from './research-generation.ts'
import { untilAborted } from './until-aborted.ts'
import { watchSight } from './watch-sight.ts'

export interface WriteCaptionsDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly model: TextModel
  /** Writes in the sandbox, whatever writes in live mode: the same text for the same request, and at nobody's cost. */
  readonly sandboxModel: TextModel
  readonly researcher: Researcher
  /** Gives the pictures of a generation's medium; none when it cannot be looked at. */
  readonly look: (options: LookOptions) => Promise<readonly Picture[]>
  /** Gives a generation's video itself; undefined when it cannot be read. */
  readonly openVideo: (options: Omit<LookOptions, 'signal'>) => Promise<VideoFile | undefined>
  readonly logger: Logger
}

interface WriteCaptionsOptions {
  readonly generation: StoredGeneration
  /** @default all of the generation's */
  readonly platforms?: readonly Platform[]
  readonly rewrite?: Rewrite
  readonly attempt: { readonly number: number; readonly signal: AbortSignal }
  /** Told how far it is; of several phases at once where the first is over already. */
  readonly onPhases: (phases: readonly Phase[]) => Promise<void>
  /** Given each caption as soon as it is finished and was found to keep its platform's rules. */
  readonly onCaption: (caption: PlatformCaption) => Promise<void>
}

/** Has a model write captions of a generation: read up, look at the media, write, check. Answers what wrote them. */
export async function writeCaptions(
  dependencies: WriteCaptionsDependencies,
  { generation, platforms = generation.platforms, rewrite, attempt, onPhases, onCaption }: WriteCaptionsOptions,
): Promise<Generator> {
  const { db, clock, logger, look, openVideo, researcher } = dependencies
  const model = generation.livemode ? dependencies.model : dependencies.sandboxModel
  const { signal } = attempt
  const onUsage = recordModelCalls({ db, clock, logger, of: { generation_id: generation.id }, attempt: attempt.number })
  // The built-in model cannot use what others wrote: it says nothing that is not in the request.
  const known = model.builtIn ? NO_RESEARCH : generation.research
  if (!known) await onPhases(['researching'])
  const research = known ?? (await researchGeneration({ db, researcher, logger, onUsage }, generation, signal))
  await onPhases(['researching', 'analyzing'])
  const brief = {
    ...(await createBrief(db, generation, platforms)),
    research: research.notes,
    ...(rewrite && { rewrite }),
  }
  const missing = new Set(platforms)
  const sight = watchSight(brief.media)
  const outputs = model.write(brief, {
    signal,
    onUsage,
    onShown: sight.onShown,
    look: (place) => look({ generationId: generation.id, place, signal }),
    openVideo: (place) => openVideo({ generationId: generation.id, place }),
  })
  for await (const output of untilAborted(outputs, signal)) {
    const broken = checkCaption(output, brief.ctaText).find((rule) => !isTolerable(rule))
    if (broken)
      throw new Error(`${model.name} wrote a caption for ${output.platform} that breaks a rule: ${broken.message}`)
    await onCaption(output)
    missing.delete(output.platform)
  }
  if (missing.size > 0) throw new Error(`${model.name} wrote nothing for ${[...missing].join(', ')}`)
  const seen = sight.seen()
  return {
    model: model.writerOf?.(brief) ?? model.name,
    built_in: model.builtIn,
    research: research.kind,
    ...(seen && { media: seen }),
  }
}

const NO_RESEARCH: StoredResearch = { kind: 'none', notes: [] }

async function createBrief(db: Db, generation: StoredGeneration, platforms: readonly Platform[]): Promise<Brief> {
  // Blanks around a call to action are nobody's words; one of nothing but blanks is none.
  const ctaText = generation.cta_text?.trim()
  return {
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    ...(ctaText && { ctaText }),
    platforms,
    postTypes: generation.post_types.filter((postType) => platforms.includes(PLATFORM_OF_POST_TYPE[postType])),
    researchMode: generation.research_mode,
    media: await describeMedia(db, generation.id),
    ...(generation.writing_style !== null && { style: generation.writing_style }),
  }
}
