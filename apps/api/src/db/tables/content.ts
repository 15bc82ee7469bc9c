import type { Captions, Generation, Generator, InputType, Platform, PostType, ResearchMode } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { StoredBrandProfile, StoredControls } from './brand.ts'
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
  /** What the request says of the manner of its captions. Null: nothing. */
  controls: JSONColumnType<StoredControls> | null
  /** The brand profile when it was accepted. Null: there was none. */
  brand: JSONColumnType<StoredBrandProfile> | null
  /** What was written besides the captions. Null: nothing. */
  extras: JSONColumnType<StoredExtras> | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  completed_at: Date | null
}

/** What was written besides the captions, as the API shows it. */
export type StoredExtras = Pick<Generation, 'alt_text' | 'first_comment' | 'thread'>

export interface WritingStylesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  name: string
  instructions: string
  examples: string[]
  platform_examples: JSONColumnType<readonly StoredPlatformExample[]>
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
  /** Absent in what older versions stored. */
  readonly platform_examples?: readonly StoredPlatformExample[]
}

/** A sample text that belongs to one platform. */
export interface StoredPlatformExample {
  readonly platform: Platform
  readonly text: string
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

export interface StoredOutput {
  readonly caption: NonNullable<Captions[Platform]>
  /** Further ones, in the order they were written. Absent: there are none. */
  readonly variants?: readonly NonNullable<Captions[Platform]>[]
}

export interface GenerationOutputsTable {
  generation_id: Immutable<string>
  platform: Immutable<Platform>
  caption: JSONColumnType<StoredOutput>
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
