import type { Trx } from '#db/types.ts'
import type { PictureShape, SaveFileDependencies } from '#features/media/index.ts'
import { once, saveGeneratedFile, saveRenderedImage, UnfitPictureError } from '#features/media/index.ts'
import type { ReportDependencies, StoredRun } from '#features/runs/index.ts'
import { insertEvent, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import { IMAGE_DIMENSIONS } from '#image-models/port.ts'
import type { ModelUsage } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { lockImageGenerationOfRun, saveGenerator } from './image-generations.repository.ts'
import { imagesInputOf } from './images-input.ts'
import type { StoredImage } from './images.repository.ts'
import { updateDrawn } from './images.repository.ts'
import type { SharedBrief } from './prepare-brief.ts'

export interface DrawDependencies extends SaveFileDependencies, ReportDependencies {
  /** Makes a JPEG of exactly that shape of whatever came. Throws UnfitPictureError when it cannot. */
  readonly fit: (bytes: Uint8Array, shape: PictureShape, signal: AbortSignal) => Promise<Uint8Array>
}

interface DrawOptions {
  readonly run: StoredRun
  /** The number of the attempt that draws. */
  readonly attempt: number
  readonly generation: StoredImageGeneration
  readonly image: StoredImage
  readonly brief: SharedBrief
  readonly model: ImageModel
  readonly signal: AbortSignal
  readonly onUsage: (usage: ModelUsage) => void
}

/** More than any picture of these dimensions needs. */
const MOST_BYTES = 24 * 1024 * 1024

/**
 * Draws one image, crops it to its size, saves it as a medium and reports it. One that was drawn by another attempt meanwhile
 * stays, and this one is thrown away.
 */
export async function drawImage(dependencies: DrawDependencies, options: DrawOptions): Promise<void> {
  const { run, attempt, generation, image, brief, model, signal, onUsage } = options
  const { id: runId, subject_id: id, account_id: accountId, workspace_id: workspaceId, livemode } = run
  const { position, seed } = image
  const drawn = await model.draw({ ...brief, index: position, seed }, { signal, onUsage })
  // The built-in model draws in exactly that size: its picture is no stranger's, and needs no process that may be killed.
  const bytes = model.builtIn ? drawn.bytes : await fitDrawn(dependencies, { drawn: drawn.bytes, options })
  const owner = { accountId, workspaceId, livemode, createdBy: generation.created_by }
  const file = { owner, fileName: nameFile(options), signal }
  const commit = async (trx: Trx, mediaId: string) => {
    if (!(await lockImageGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return false
    if (!(await updateDrawn(trx, image, mediaId))) return false
    await saveGenerator(trx, id, { model: model.name, built_in: model.builtIn })
    const medium = { id: mediaId, ...IMAGE_DIMENSIONS[generation.size] }
    const data = { status: 'processing', position, image: medium } as const
    await insertEvent(trx, { run, event: { event: 'image', data }, attempt, at: dependencies.clock.now() })
    return true
  }
  await (model.builtIn
    ? saveRenderedImage(dependencies, { ...file, bytes }, commit)
    : saveGeneratedFile(dependencies, { ...file, type: 'image', stream: once(bytes), maxBytes: bytes.length }, commit))
  dependencies.announce(id)
}

async function fitDrawn(
  { fit }: DrawDependencies,
  { drawn, options }: { readonly drawn: Uint8Array; readonly options: DrawOptions },
): Promise<Uint8Array> {
  const { generation, model, signal } = options
  if (drawn.length > MOST_BYTES) throw new ModelError('unusable', `${model.name} drew ${drawn.length} bytes.`)
  try {
    return await fit(drawn, IMAGE_DIMENSIONS[generation.size], signal)
  } catch (cause) {
    if (!(cause instanceof UnfitPictureError)) throw cause
    throw new ModelError('unusable', `${model.name} drew what is no picture of the size ${generation.size}.`, { cause })
  }
}

const NAME_LENGTH = 60

/** By what it shows: captions are written about files by their names too. */
function nameFile({ run, generation, image }: DrawOptions): string {
  const { prompt, caption, quantity } = generation
  const asked = isFirstRun(run) ? undefined : imagesInputOf(run).prompt
  const words = (asked ?? prompt ?? caption?.title ?? caption?.text ?? '').replace(/[\s/\\.#]+/gu, ' ').trim()
  const title = [...words].slice(0, NAME_LENGTH).join('').trim() || 'image'
  return `${title}${quantity > 1 ? ` ${image.position + 1}` : ''}.jpg`
}
