import type { PromptEnhancement, VideoGenerator, VideoModelName, VideoSize } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { StoredGenerationStatus } from './content.ts'
import type { Immutable } from './immutable.ts'

export interface VideoGenerationsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  status: StoredGenerationStatus
  prompt: Immutable<string>
  enhance_prompt: Immutable<boolean>
  /** Null: not asked for, or not decided yet. */
  prompt_enhancement: PromptEnhancement | null
  /** The prompt as a text model rewrote it. */
  prompt_used: string | null
  size: Immutable<VideoSize>
  /** In seconds, as it was asked for. */
  duration: Immutable<number>
  model: Immutable<VideoModelName>
  /** Whether sound was asked for. */
  has_audio: Immutable<boolean>
  /** Whether it begins with an image: its file may be gone. */
  has_source: Immutable<boolean>
  /** The image that it begins with; null: there is none, or it was deleted. */
  media_id: string | null
  generator: JSONColumnType<VideoGenerator> | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  completed_at: Date | null
}

/** The video of one run, and how far its vendor has come: each step is recorded before the next is done. */
export interface VideoGenerationVideosTable {
  run_id: Immutable<string>
  status: 'pending' | 'made' | 'failed'
  /** Given to the model, and the same in every attempt. */
  seed: Immutable<number>
  /** The vendor's model that was asked, as `vendor:model`. Null: none was. */
  served_by: string | null
  /** Our own id of what was asked of the vendor. */
  submission_id: string | null
  /** Since when the vendor was asked, once. Null: it was not, or it did not take the request. */
  submitting_since: Date | null
  /** What the vendor calls its job. Null: it has not answered yet, or its answer was lost. */
  vendor_job: string | null
  submitted_at: Date | null
  /** Of one that was made; null again when the file was deleted. */
  media_id: string | null
}
