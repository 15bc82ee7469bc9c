import type {
  ImageGenerator,
  ImageMode,
  ImageModelName,
  ImageSize,
  PostType,
  PromptEnhancement,
} from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { StoredGenerationStatus } from './content.ts'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

export interface ImageGenerationsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  status: StoredGenerationStatus
  mode: Immutable<ImageMode>
  prompt: Immutable<string | null>
  enhance_prompt: Immutable<boolean>
  /** Null: not asked for, or not decided yet. */
  prompt_enhancement: PromptEnhancement | null
  /** The prompt as a text model rewrote it. */
  prompt_used: string | null
  size: Immutable<ImageSize>
  quantity: Immutable<number>
  model: Immutable<ImageModelName>
  /** It may be gone: `caption` is what is needed of it. */
  generation_id: Immutable<string | null>
  source_post_type: Immutable<PostType | null>
  /** As it was when the images were asked for: what becomes of the generation later does not change it. */
  caption: JSONColumnType<StoredCaption> | null
  generator: JSONColumnType<ImageGenerator> | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  completed_at: Date | null
}

/** What is illustrated, as an image generation keeps it. */
export interface StoredCaption {
  readonly text: string
  /** YouTube. */
  readonly title?: string
}

export interface ImageGenerationStylesTable {
  image_generation_id: Immutable<string>
  /** The place of the image in the request, from 0. */
  position: Immutable<number>
  media_id: Immutable<string>
}

/** One image of a run: drawn, or failed, independently of the others. */
export interface ImageGenerationImagesTable {
  run_id: Immutable<string>
  /** From 0, the same in every run of the image generation. */
  position: Immutable<number>
  status: 'pending' | 'drawn' | 'failed'
  /** Given to the model, and the same in every attempt. */
  seed: Immutable<number>
  /** Of one that was drawn; null again when the file was deleted. */
  media_id: string | null
  /** Why it failed, for the caller. */
  failure: string | null
}
