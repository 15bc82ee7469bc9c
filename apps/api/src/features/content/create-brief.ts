import type { Db, StoredResearch } from '#db/types.ts'
import { describeMedia } from '#features/media/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { countRuns, isFirstRun } from '#features/runs/index.ts'
import type { Brief, Rewrite } from '#models/port.ts'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { captionsInputOf } from './captions-input.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { findOutputs } from './outputs.repository.ts'

interface BriefOptions {
  readonly run: StoredRun
  readonly generation: StoredGeneration
  readonly research: StoredResearch
}

/** What the model is given to write a run's captions from. */
export async function createBrief(db: Db, { run, generation, research }: BriefOptions): Promise<Brief> {
  const platforms = isFirstRun(run) ? generation.platforms : captionsInputOf(run).platforms
  // Blanks around a call to action are nobody's words; one of nothing but blanks is none.
  const ctaText = generation.cta_text?.trim()
  const rewrite = isFirstRun(run) ? undefined : await createRewrite(db, run)
  return {
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    ...(ctaText && { ctaText }),
    platforms,
    postTypes: generation.post_types.filter((postType) => platforms.includes(PLATFORM_OF_POST_TYPE[postType])),
    researchMode: generation.research_mode,
    media: await describeMedia(db, generation.id),
    ...(generation.writing_style !== null && { style: generation.writing_style }),
    research: research.notes,
    ...(rewrite && { rewrite }),
  }
}

async function createRewrite(db: Db, run: StoredRun): Promise<Rewrite> {
  const { platforms, instruction } = captionsInputOf(run)
  const outputs = await findOutputs(db, run.subject_id)
  return {
    times: (await countRuns(db, run.subject_id)) - 1,
    previous: Object.fromEntries(platforms.map((platform) => [platform, outputs[platform]])),
    ...(instruction !== undefined && { instruction }),
  }
}
