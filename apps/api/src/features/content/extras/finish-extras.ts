import type { Db, StoredExtras } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { findMediaIds } from '../media-uses.repository.ts'
import type { CompleteOptions } from './complete-extras.ts'
import { completeExtras } from './complete-extras.ts'

/** What was asked for besides the captions, as the API shows it; undefined when nothing was. */
export async function finishExtras(
  db: Db,
  { run, ...options }: CompleteOptions & { readonly run: StoredRun },
): Promise<StoredExtras | undefined> {
  if (!options.brief.include?.length) return undefined
  const { altTexts, firstComment, thread } = completeExtras(options)
  const mediaIds = altTexts ? await findMediaIds(db, run.subject_id) : []
  return {
    ...(altTexts && { alt_text: mediaIds.map((media_id, place) => ({ media_id, text: altTexts[place] ?? '' })) }),
    ...(firstComment !== undefined && { first_comment: firstComment }),
    ...(thread && { thread: [...thread] }),
  }
}
