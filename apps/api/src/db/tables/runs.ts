import type { Captions, Platform, WaitingReason, Warning } from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { StoredControls } from './brand.ts'
import type { Immutable } from './immutable.ts'

/** What a run produces. */
export type RunKind = 'captions' | 'images' | 'videos'

export type RunStatus = 'processing' | 'completed' | 'failed'

/** Work that costs credits, takes a while, ends once, and is refunded when it fails. */
export interface RunsTable {
  /** The first run of a subject has the id of the subject. The ledger names the run by this id. */
  id: Immutable<string>
  kind: Immutable<RunKind>
  /** The generation that it works for: its row is in the table of the kind. */
  subject_id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  status: RunStatus
  /** What a regeneration was asked for. Null: the first run, which works from its subject. */
  input: JSONColumnType<RunInput> | null
  /** Runs of all workspaces are begun in this order, so that each has its turn. */
  queue_order: ColumnType<number, number | undefined, never>
  credits_used: Immutable<number>
  credits_refunded: ColumnType<number, number | undefined, number>
  /** The number of the attempt that was started last; 0: none was. */
  attempt: ColumnType<number, number | undefined, number>
  /** The number of the attempt that failed last and was to be followed by another; 0: none did. */
  failed_attempt: ColumnType<number, number | undefined, number>
  /** When the first attempt started, or the first after one that was killed: what the run's time is counted from. */
  waiting_since: ColumnType<Date | null, Date | undefined, Date>
  /** What it did not do as requested, and what a person should look at; noted when it ends. */
  warnings: JSONColumnType<Warning[], string | undefined>
  error_code: string | null
  error_message: string | null
  created_at: Immutable<Date>
  completed_at: Date | null
}

/** What happened to a subject, numbered from 1 without a gap, through all its runs. */
export interface RunEventsTable {
  subject_id: Immutable<string>
  number: Immutable<number>
  run_id: Immutable<string>
  event: Immutable<RunEvent['event']>
  data: JSONColumnType<RunEvent['data']>
  /** The attempt that reported it; null: none did. */
  attempt: Immutable<number | null>
  created_at: Immutable<Date>
}

export interface CaptionsInput {
  readonly platforms: Platform[]
  readonly instruction?: string
  readonly controls?: StoredControls
}

export interface ImagesInput {
  /** Which images are drawn again, from 0. */
  readonly positions: number[]
  /** Drawn from instead of the prompt of the image generation. */
  readonly prompt?: string
}

export interface VideosInput {
  readonly regenerates: 'video'
  /** Made from instead of the prompt of the video generation. */
  readonly prompt?: string
}

export type RunInput = CaptionsInput | ImagesInput | VideosInput

interface Failure {
  readonly status: 'failed'
  readonly error_code: string
  readonly error_message: string
}

interface Processing {
  readonly status: 'processing'
}

interface Waiting extends Processing {
  readonly attempt: number
  readonly reason: WaitingReason
  readonly message: string
  readonly next_attempt_at?: string
}

interface Named<Name extends string, Data> {
  readonly event: Name
  readonly data: Data
}

/** An event of captions, as it is kept. */
export type CaptionsEvent =
  | Named<'queued', Processing & { readonly platforms: Platform[] }>
  | Named<'researching' | 'analyzing', Processing>
  | Named<'waiting', Waiting>
  | Named<'caption', Processing & { readonly platform: Platform; readonly outputs: Captions }>
  | Named<'completed', { readonly status: 'completed'; readonly outputs: Captions }>
  | Named<'failed', Failure>

/** An image of an event: its links are made when it is sent. */
export interface EventImage {
  /** Of the medium. */
  readonly id: string
  readonly width: number
  readonly height: number
}

/** An event of images, as it is kept. */
export type ImagesEvent =
  | Named<'queued', Processing & { readonly positions: number[] }>
  | Named<'drawing', Processing>
  | Named<'image', Processing & { readonly position: number; readonly image: EventImage }>
  | Named<'completed', { readonly status: 'completed'; readonly images: EventImage[] }>
  | Named<'failed', Failure & { readonly images: EventImage[] }>

/** A video of an event: its links are made when it is sent. */
export interface EventVideo extends EventImage {
  /** In seconds. */
  readonly duration: number
}

/** An event of a video, as it is kept. */
export type VideosEvent =
  | Named<'queued' | 'generating', Processing>
  | Named<'submitted', Processing & { readonly fails_at: string }>
  | Named<'completed', { readonly status: 'completed'; readonly video: EventVideo }>
  | Named<'failed', Failure>

export type RunEvent = CaptionsEvent | ImagesEvent | VideosEvent
