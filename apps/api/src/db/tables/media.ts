import type { MediaType, MimeType } from '@powerpost/contract'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

export interface MediaTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  /**
   * `uploading`: bytes are reserved and nothing is whole yet; `ready`: the file is there and was looked at; `deleting`:
   * it will never be ready again, and the file goes before the row does; `deleted`: the file is gone, and the row stays for
   * what was written about it.
   */
  status: 'uploading' | 'ready' | 'deleting' | 'deleted'
  storage_key: Immutable<string>
  /** Bytes: of an upload that runs what it reserved, of a file what it has, 0 once it is gone. Their sum is the account's use. */
  file_size: number
  file_name: string | null
  type: MediaType | null
  mime_type: MimeType | null
  width: number | null
  height: number | null
  duration_seconds: number | null
  /** Colour names that fill most of a picture, most first. */
  colours: string[]
  sha256: Buffer | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  /** An upload that has not been heard of since is swept: its process is dead. */
  touched_at: Date
}
