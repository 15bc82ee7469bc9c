import type { GenerateContentRequest, PutBrandRequest } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { Immutable } from './immutable.ts'

export type StoredBrandProfile = Omit<PutBrandRequest, 'logo_media_id'>

/** What a request says of the manner of its captions, as it is kept. */
export type StoredControls = Pick<
  Partial<GenerateContentRequest>,
  'language' | 'tone' | 'audience' | 'length' | 'emoji' | 'hashtags' | 'avoid' | 'variants' | 'model' | 'include'
>

/** One of each workspace and mode. */
export interface BrandProfilesTable {
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  profile: JSONColumnType<StoredBrandProfile>
  /** Null: it has none, or the file was deleted. */
  logo_media_id: string | null
  updated_at: Date
}
