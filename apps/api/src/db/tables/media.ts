import type {
  MediaEncoding,
  MediaType,
  Warning,
  MimeType,
  OriginalFile,
  RenditionChange,
  RenditionStatus,
} from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** What the bytes of a file say, besides what has a column of its own. Each is absent where it is not known. */
export interface StoredFacts extends MediaEncoding {
  /** Whether the index of an MP4 or MOV stands before the pictures. */
  readonly index_first?: boolean | undefined
  /** Whether an MP4 or MOV has edit lists, which say to skip or to wait. */
  readonly has_edit_list?: boolean | undefined
  /** Whether its pixels are square. */
  readonly square_pixels?: boolean | undefined
  /** Whether a JPEG has further pictures behind the first. */
  readonly multi_picture?: boolean | undefined
  /** Whether a picture is stored as it is shown. */
  readonly upright?: boolean | undefined
  /** Whether the colors of a picture are those of the web. */
  readonly srgb?: boolean | undefined
  /** Whether parts of a picture are transparent. */
  readonly has_alpha?: boolean | undefined
  /** Whether it says where it was taken. */
  readonly has_place?: boolean | undefined
  readonly warnings?: Warning[] | undefined
}

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
  /** Whether it is the file of a rendition: it is posted in the place of its original, and nobody lists or names it. */
  is_rendition: ColumnType<boolean, boolean | undefined, never>
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
  /** Null: it was uploaded before they were read. */
  facts: ColumnType<StoredFacts | null, string | null | undefined, string | null>
  /** The file that was uploaded, where another was made of it. */
  original: ColumnType<OriginalFile | null, string | null | undefined, string | null>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  /** An upload that has not been heard of since is swept: its process is dead. */
  touched_at: Date
}

/** How a rendition is made. It is read by the schema of recipes. */
type StoredRecipe = Readonly<Record<string, unknown>>

/** Versions of media that fit a platform. One of each recipe of a medium. A row is the job that makes it. */
export interface MediaRenditionsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  original_id: Immutable<string>
  recipe: JSONColumnType<StoredRecipe, string, never>
  /** Of the recipe, in hex: the same recipe has the same. */
  recipe_key: Immutable<string>
  /** A long video holds up no pictures. */
  lane: Immutable<MediaType>
  changes: JSONColumnType<RenditionChange[], string, string>
  status: RenditionStatus
  /** Its file, once it was made. */
  file_id: ColumnType<string | null, string | null | undefined, string | null>
  error_message: ColumnType<string | null, string | null | undefined, string | null>
  /** Whether one that failed may be made another time. */
  retryable: ColumnType<boolean, boolean | undefined, boolean>
  /** Grows with every claim: a process with an older one is too late. */
  version: ColumnType<number, number | undefined, number>
  claimed: ColumnType<boolean, boolean | undefined, boolean>
  /** How many processes died while they made it. */
  lost_leases: ColumnType<number, number | undefined, number>
  /** While it is `queued` or `processing`: from when on it can be claimed. */
  due_at: Date | null
  created_at: Immutable<Date>
}
