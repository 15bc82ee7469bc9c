import type { CaptionsInput } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'

/** What a regeneration of captions was asked for. */
export function captionsInputOf({ id, input }: Pick<StoredRun, 'id' | 'input'>): CaptionsInput {
  if (!input || !('platforms' in input)) throw new Error(`The run ${id} is no regeneration of captions`)
  return input
}
