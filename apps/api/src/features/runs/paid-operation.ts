import type { RunKind } from '#db/types.ts'
import type { PaidOperation } from '#features/account/index.ts'
import type { StoredRun } from './runs.repository.ts'
import { isFirstRun } from './runs.repository.ts'

const TYPES = {
  captions: { first: 'generation', again: 'regeneration' },
  images: { first: 'image_generation', again: 'image_regeneration' },
  videos: { first: 'video_generation', again: 'video_regeneration' },
} as const satisfies Record<RunKind, Record<'first' | 'again', PaidOperation['type']>>

/** What the ledger calls a run. */
export function toPaidOperation(run: Pick<StoredRun, 'id' | 'kind' | 'subject_id'>): PaidOperation {
  return { type: TYPES[run.kind][isFirstRun(run) ? 'first' : 'again'], id: run.id }
}
