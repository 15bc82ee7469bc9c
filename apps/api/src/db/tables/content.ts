import type { Captions, Generator, InputType, Platform, PostType, ResearchMode } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'
import type { RunStatus } from './runs.ts'

/** How a generation stands: `processing` while one of its runs is. */
export type StoredGenerationStatus = RunStatus

export interface GenerationsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  status: StoredGenerationStatus
  input_type: Immutable<InputType>
  prompt: Immutable<string | null>
  cta_text: Immutable<string | null>
  research_mode: Immutable<ResearchMode>
  post_types: Immutable<PostType[]>
  platforms: Immutable<Platform[]>
  writing_style: JSONColumnType<StoredStyle> | null
  /** Pages that the caller asks to have read. */
  source_urls: Immutable<string[]>
  /** What was read, kept so that another attempt need not read it again. */
  research: JSONColumnType<StoredResearch> | null
  generator: JSONColumnType<Generator> | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  completed_at: Date | null
}

export interface WritingStylesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  name: string
  instructions: string
  examples: string[]
  /** At most one of a workspace and mode: the database refuses a second. */
  active: boolean
  created_by: PrincipalColumn
  created_at: Immutable<Date>
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
  /** The sources of the request that could not be read. Absent in what older versions stored, and when there were none. */
  readonly skipped?: readonly string[]
}

export interface GenerationMediaTable {
  generation_id: Immutable<string>
  /** The place of the medium in the request, from 0. */
  position: Immutable<number>
  media_id: Immutable<string>
}

export interface GenerationOutputsTable {
  generation_id: Immutable<string>
  platform: Immutable<Platform>
  caption: JSONColumnType<{ caption: NonNullable<Captions[Platform]> }>
  /** The attempt that wrote it: what an attempt that was given up wrote is replaced by the next. */
  attempt: number
  created_at: Date
}

/** One call of a model's vendor, for the operator's accounts. */
export interface ModelCallsTable {
  id: Immutable<string>
  run_id: Immutable<string>
  attempt: Immutable<number>
  model: Immutable<string>
  input_tokens: Immutable<number>
  output_tokens: Immutable<number>
  duration_ms: Immutable<number>
  created_at: Immutable<Date>
}
