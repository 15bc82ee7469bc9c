import type { Db, StoredControls, StoredResearch, StoredStyle } from '#db/types.ts'
import { describeMedia } from '#features/media/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { countRuns, isFirstRun } from '#features/runs/index.ts'
import type { Brief, Rewrite, WritingStyle } from '#models/port.ts'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { rulesOfControls } from './controls/rules-of-controls.ts'
import { resolveControls } from './controls/stored-controls.ts'
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
  const controls = controlsOf(run, generation)
  const rules = rulesOfControls(controls, generation.brand)
  const rewrite = isFirstRun(run) ? undefined : await createRewrite(db, run)
  return {
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    ...(ctaText && { ctaText }),
    platforms,
    postTypes: generation.post_types.filter((postType) => platforms.includes(PLATFORM_OF_POST_TYPE[postType])),
    researchMode: generation.research_mode,
    media: await describeMedia(db, generation.id),
    ...(generation.writing_style !== null && { style: toStyle(generation.writing_style) }),
    ...(Object.keys(rules).length > 0 && { rules }),
    research: research.notes,
    today: todayOf(run, generation),
    ...(generation.brand && { brand: generation.brand }),
    ...(controls.include && { include: controls.include }),
    ...(rewrite && { rewrite }),
  }
}

/** A stored style as a model gets it. */
export function toStyle({ name, instructions, examples, platform_examples = [] }: StoredStyle): WritingStyle {
  return { name, instructions, examples: [...examples.map((text) => ({ text })), ...platform_examples] }
}

/** The controls of a run: of a regeneration its own, then those of its generation, then the brand's defaults. */
export function controlsOf(run: StoredRun, { controls, brand }: StoredGeneration): StoredControls {
  if (isFirstRun(run)) return resolveControls(brand, controls)
  // More captions, and what comes with them, are asked for again each time.
  const { variants: _, include: __, ...manner } = controls ?? {}
  return resolveControls(brand, captionsInputOf(run).controls, manner)
}

function todayOf({ created_at: at }: StoredRun, { brand }: StoredGeneration): NonNullable<Brief['today']> {
  const timeZone = brand?.time_zone
  // Sweden writes a date as ISO 8601 does.
  const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: timeZone ?? 'UTC' }).format(at)
  return { date, ...(timeZone !== undefined && { timeZone }) }
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
