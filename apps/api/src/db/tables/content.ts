import type {
  Captions,
  GenerationEventName,
  GenerationEventOf,
  Generator,
  InputType,
  Platform,
  PostType,
  ResearchMode,
} from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { Once } from './once.ts'

export type StoredGenerationStatus = 'processing' | 'completed' | 'failed'

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
  credits_used: Once<number>
  writing_style: JSONColumnType<StoredStyle> | null
  /** Pages that the caller asks to have read. */
  source_urls: Once<string[]>
  /** What was read, kept so that another attempt need not read it again. */
  research: JSONColumnType<StoredResearch> | null
  generator: JSONColumnType<Generator> | null
  error_code: string | null
  error_message: string | null
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

/** What happened to a generation, numbered from 1 without a gap. */
export interface GenerationEventsTable {
  generation_id: Once<string>
  number: Once<number>
  event: Once<GenerationEventName>
  data: JSONColumnType<StoredProgress['data']>
  /** The attempt that tells of it; null: none does. */
  attempt: Once<number | null>
  created_at: Once<Date>
}

/** An event without what its row says of it already. */
export type StoredProgress = {
  [Name in GenerationEventName]: {
    readonly event: Name
    readonly data: Omit<GenerationEventOf<Name>['data'], 'generation_id'>
  }
}[GenerationEventName]

/** A rewriting of some captions of a generation. While it runs, the generation is `processing` again. */
export interface RegenerationsTable {
  id: Once<string>
  generation_id: Once<string>
  status: StoredGenerationStatus
  platforms: Once<Platform[]>
  instruction: Once<string | null>
  credits_used: Once<number>
  error_code: string | null
  error_message: string | null
  created_at: Once<Date>
  completed_at: Date | null
}

/** One call of a model's vendor, for the operator's accounts. */
export interface ModelCallsTable {
  id: Once<string>
  /** Either of these says what it was made for. */
  generation_id: Once<string | null>
  image_generation_id: Once<string | null>
  attempt: Once<number>
  model: Once<string>
  input_tokens: Once<number>
  output_tokens: Once<number>
  duration_ms: Once<number>
  created_at: Once<Date>
}
