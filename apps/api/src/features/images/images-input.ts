import type { ImagesInput } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'

/** What a regeneration of images was asked for. */
export function imagesInputOf({ id, input }: Pick<StoredRun, 'id' | 'input'>): ImagesInput {
  if (!input || !('positions' in input)) throw new Error(`The run ${id} is no regeneration of images`)
  return input
}
