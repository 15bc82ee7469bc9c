import type { StoredResearch } from '#db/types.ts'
import type { LookOptions } from '#features/media/index.ts'
import { checkCaption, isTolerable } from '#models/check-caption.ts'
import { keepRules } from '#models/rules/index.ts'
import type { Brief, Extras, Picture, PlatformCaption, TextModel, VideoFile } from '#models/port.ts'
import type { ModelUsage } from '#shared/model-usage.ts'
import { untilAborted } from '#shared/until-aborted.ts'
import type { Generator, Warning } from '@powerpost/contract'
import type { StoredGeneration } from './generations.repository.ts'
import { trackShownMedia } from './track-shown-media.ts'

export interface WriteDependencies {
  readonly model: TextModel
  /** Writes in the sandbox, whatever writes in live mode: the same text for the same request, and at nobody's cost. */
  readonly sandboxModel: TextModel
  /** Gives the pictures of a generation's medium; none when it cannot be looked at. */
  readonly look: (options: LookOptions) => Promise<readonly Picture[]>
  /** Gives a generation's video itself; undefined when it cannot be read. */
  readonly openVideo: (options: Omit<LookOptions, 'signal'>) => Promise<VideoFile | undefined>
}

interface WriteOptions {
  readonly generation: StoredGeneration
  readonly model: TextModel
  readonly brief: Brief
  readonly onUsage: (usage: ModelUsage) => void
  readonly onWarning: (warning: Warning) => void
  readonly onExtras?: (extras: Partial<Extras>) => void
  readonly signal: AbortSignal
}

interface Writing {
  /** Each as soon as it is finished and was found to keep its platform's rules: one of each platform of the brief, or it throws. */
  readonly captions: AsyncIterable<PlatformCaption>
  /** What of the media the model was shown so far. */
  readonly shown: () => Generator['media']
}

/** Has a model write the captions of a brief. */
export function startWriting(
  { look, openVideo }: WriteDependencies,
  { generation, model, brief, onUsage, onWarning, onExtras, signal }: WriteOptions,
): Writing {
  const { onShown, shown } = trackShownMedia(brief.media)
  const written = model.write(brief, {
    signal,
    onUsage,
    onWarning,
    ...(onExtras && { onExtras }),
    onShown,
    look: (place) => look({ generationId: generation.id, place, signal }),
    openVideo: (place) => openVideo({ generationId: generation.id, place }),
  })
  return { captions: checkCaptions(untilAborted(written, signal), { model, brief, onWarning }), shown }
}

async function* checkCaptions(
  written: AsyncIterable<PlatformCaption>,
  { model, brief, onWarning }: Pick<WriteOptions, 'model' | 'brief' | 'onWarning'>,
): AsyncGenerator<PlatformCaption> {
  const missing = new Set(brief.platforms)
  for await (const raw of written) {
    const caption = keepRules(raw, brief, onWarning)
    const broken = checkCaption(caption, brief.ctaText).find((rule) => !isTolerable(rule))
    if (broken)
      throw new Error(`${model.name} wrote a caption for ${caption.platform} that breaks a rule: ${broken.message}`)
    yield caption
    missing.delete(caption.platform)
  }
  if (missing.size > 0) throw new Error(`${model.name} wrote nothing for ${[...missing].join(', ')}`)
}

interface DescribeOptions {
  readonly model: TextModel
  readonly brief: Brief
  readonly research: StoredResearch
  readonly shown: Generator['media']
}

/** What wrote the captions, as the API shows it. */
export function describeGenerator({ model, brief, research, shown }: DescribeOptions): Generator {
  return {
    model: model.writerOf?.(brief) ?? model.name,
    built_in: model.builtIn,
    research: research.kind,
    ...(shown && { media: shown }),
  }
}
