import type { Captions, Generator, InputType, Platform, PostType, ResearchMode } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { Once } from './once.ts'
import type { RunStatus } from './runs.ts'

/** How a generation stands: `processing` while one of its runs is. */
export type StoredGenerationStatus = RunStatus

export interface GenerationsTable {
  id: Once<string>
  account_id: Once<string>
  workspace_id: Once<string>
  livemode: Once<boolean>
  status: StoredGenerationStatus
  input_type: Once<InputType>
  prompt: Once<string | null>
  cta_text: Once<string | null>
  research_mode: Once<ResearchMode>
  post_types: Once<PostType[]>
  platforms: Once<Platform[]>
  writing_style: JSONColumnType<StoredStyle> | null
  /** Pages that the caller asks to have read. */
  source_urls: Once<string[]>
  /** What was read, kept so that another attempt need not read it again. */
  research: JSONColumnType<StoredResearch> | null
  generator: JSONColumnType<Generator> | null
  created_at: Once<Date>
  completed_at: Date | null
}

export interface WritingStylesTable {
  id: Once<string>
  account_id: Once<string>
  workspace_id: Once<string>
  name: string
  instructions: string
  examples: string[]
  /** At most one of a workspace: the database refuses a second. */
  active: boolean
  created_at: Once<Date>
  updated_at: Date
}

/** A writing style as a generation keeps it: what becomes of the style later does not change it. */
export interface StoredStyle {
  readonly name: string
  readonly instructions: string
  readonly examples: readonly string[]
}

/** What was looked up for a generation, with its sources. */
export interface StoredResearch {
  readonly kind: Generator['research']
  readonly notes: readonly { readonly url: string; readonly title?: string; readonly text: string }[]
}

export interface GenerationMediaTable {
  generation_id: Once<string>
  /** The place of the medium in the request, from 0. */
  position: Once<number>
  media_id: Once<string>
}

export interface GenerationOutputsTable {
  generation_id: Once<string>
  platform: Once<Platform>
  caption: JSONColumnType<{ caption: NonNullable<Captions[Platform]> }>
  /** The attempt that wrote it: what an attempt that was given up wrote is replaced by the next. */
  attempt: number
  created_at: Date
}

/** One call of a model's vendor, for the operator's accounts. */
export interface ModelCallsTable {
  id: Once<string>
  run_id: Once<string>
  attempt: Once<number>
  model: Once<string>
  input_tokens: Once<number>
  output_tokens: Once<number>
  duration_ms: Once<number>
  created_at: Once<Date>
}
