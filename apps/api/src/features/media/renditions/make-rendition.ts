import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import { isWorkspaceThere } from '#features/workspaces/index.ts'
import { UnsupportedMediaError } from '../inspect/errors.ts'
import type { InspectDependencies } from '../inspect-upload.ts'
import { holdMedium } from '../media.repository.ts'
import type { StoreDependencies, StoredUpload } from '../store-upload.ts'
import { storeUpload } from '../store-upload.ts'
import type { ClaimedRendition } from './claims.repository.ts'
import { recordRenditionEnd } from './claims.repository.ts'
import { RenditionError } from './errors.ts'
import { findOriginal } from './renditions.repository.ts'
import type { OriginalMedium } from './renditions.repository.ts'
import type { Recipe } from './recipe.ts'
import { recipeSchema } from './recipe.ts'
import { render } from './render.ts'
import type { Scratch } from './scratch.ts'

export interface MakeDependencies extends StoreDependencies, InspectDependencies {
  readonly db: Db
  readonly scratch: Scratch
}

/** One on which so many processes died may be what kills them. */
const MAX_LOST_LEASES = 3

/**
 * Makes a claimed rendition, and records how it ended. Its file is kept in ONE transaction with that: what a process that died
 * leaves of it is swept, and the rendition is claimed again.
 *
 * @throws StaleRenditionError, the signal's reason, and what is no fault of the file
 */
export async function makeRendition(
  dependencies: MakeDependencies,
  claimed: ClaimedRendition,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (claimed.lost_leases >= MAX_LOST_LEASES) {
      throw new RenditionError('Converting the file was interrupted several times.', { isRetryable: true })
    }
    await make(dependencies, claimed, signal)
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    const { publicMessage: message, isRetryable } = failure
    dependencies.logger.warn({ err: error, rendition_id: claimed.id }, 'a rendition was not made')
    await recordRenditionEnd(dependencies.db, claimed, { status: 'failed', message, isRetryable })
  }
}

function toFailure(error: unknown): RenditionError | undefined {
  if (error instanceof RenditionError) return error
  if (error instanceof UnsupportedMediaError) {
    return new RenditionError('What was made of the file is damaged.', { isRetryable: false, cause: error })
  }
  const isFull = error instanceof AppError && error.code === 'STORAGE_QUOTA_EXCEEDED'
  return isFull ? new RenditionError(`${error.message} Delete some, and retry.`, { isRetryable: true }) : undefined
}

async function make(dependencies: MakeDependencies, claimed: ClaimedRendition, signal: AbortSignal): Promise<void> {
  const { db, storage, scratch, inspect } = dependencies
  const original = await findOriginal(db, claimed.original_id)
  if (!original || !(await isWorkspaceThere(db, claimed.workspace_id))) throw gone()
  const recipe = recipeSchema.parse(claimed.recipe)
  await scratch.use(async (directory) => {
    const output = join(directory, 'rendition')
    const further = await storage.withLocalFile(original.storageKey, (input) =>
      render({ recipe, input, output, signal }),
    )
    await using upload = await store(dependencies, { recipe, original, output, signal })
    const facts = await storage.withLocalFile(upload.key, (path) => inspect(path, { signal }))
    const changes = [...claimed.changes, ...further]
    await db.transaction().execute(async (trx) => {
      if (!(await holdMedium(trx, claimed.original_id))) throw gone()
      await recordRenditionEnd(trx, claimed, { status: 'completed', fileId: upload.id, changes })
      await upload.keep(trx, facts)
    })
  })
}

/** Called as its original, with its own extension. */
function renameFor(recipe: Recipe, fileName: string): string {
  const extension = recipe.kind === 'image' ? '.jpg' : '.mp4'
  return recipe.kind === 'image' && recipe.keepPixels
    ? fileName
    : fileName.replace(/(\.[\p{L}\p{N}]{1,8})?$/u, extension)
}

interface StoreOptions {
  readonly recipe: Recipe
  readonly original: OriginalMedium
  readonly output: string
  readonly signal: AbortSignal
}

/** Nothing is reserved for a medium that was deleted. */
async function store(
  dependencies: MakeDependencies,
  { recipe, original, output, signal }: StoreOptions,
): Promise<StoredUpload> {
  const { size } = await stat(output)
  return storeUpload(dependencies, {
    owner: original.owner,
    fileName: renameFor(recipe, original.fileName),
    maxBytes: size,
    stream: createReadStream(output),
    signal,
    isRendition: true,
    reserve: (work) =>
      dependencies.db.transaction().execute(async (trx) => {
        if (!(await holdMedium(trx, original.id))) throw gone()
        await work(trx)
      }),
  })
}

function gone(): RenditionError {
  return new RenditionError('The file was deleted.', { isRetryable: false })
}
