import type { VideosInput } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'

/** What a regeneration of a video was asked for. */
export function videosInputOf({ id, input }: Pick<StoredRun, 'id' | 'input'>): VideosInput {
  if (!input || !('regenerates' in input)) throw new Error(`The run ${id} is no regeneration of a video`)
  return input
}
