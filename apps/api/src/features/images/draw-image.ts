import type { PictureShape, SaveImageDependencies } from '#features/media/index.ts'
import { saveGeneratedImage, UnfitPictureError } from '#features/media/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import { IMAGE_DIMENSIONS } from '#image-models/port.ts'
import type { ModelUsage } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { lockRunning, saveGenerator } from './image-generations.repository.ts'
import type { StoredImage } from './images.repository.ts'
import { markDrawn } from './images.repository.ts'
import type { SharedBrief } from './prepare-brief.ts'

export interface DrawDependencies extends SaveImageDependencies {
  /** Makes a JPEG of exactly that shape of whatever came. Throws UnfitPictureError when it cannot. */
  readonly fit: (bytes: Uint8Array, shape: PictureShape, signal: AbortSignal) => Promise<Uint8Array>
}

interface DrawOptions {
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
 * Draws one image of a generation, crops it to its size, and keeps it as a medium. One that was drawn by another attempt
 * meanwhile stays, and this one is thrown away.
 */
export async function drawImage(dependencies: DrawDependencies, options: DrawOptions): Promise<void> {
  const { generation, image, brief, model, signal, onUsage } = options
  const drawn = await model.draw({ ...brief, index: image.position, seed: image.seed }, { signal, onUsage })
  // The built-in model draws in exactly that size: its picture is no stranger's, and needs no process that may be killed.
  const bytes = model.builtIn ? drawn.bytes : await fitDrawn(dependencies, { drawn: drawn.bytes, options })
  const { account_id: accountId, workspace_id: workspaceId, livemode, id } = generation
  const owner = { accountId, workspaceId, livemode }
  await saveGeneratedImage(
    dependencies,
    { owner, fileName: nameFile(generation, image), bytes, isRendered: model.builtIn, signal },
    async (trx, mediaId) => {
      // First its generation, as whoever ends it does: two that wait for each other would wait for ever.
      if (!(await lockRunning(trx, id)) || !(await markDrawn(trx, image, mediaId))) return false
      await saveGenerator(trx, id, { model: model.name, built_in: model.builtIn })
      return true
    },
  )
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
function nameFile({ prompt, caption, quantity }: StoredImageGeneration, { position }: StoredImage): string {
  const words = (prompt ?? caption?.title ?? caption?.text ?? '').replace(/[\s/\\.#]+/gu, ' ').trim()
  const title = [...words].slice(0, NAME_LENGTH).join('').trim() || 'image'
  return `${title}${quantity > 1 ? ` ${position + 1}` : ''}.jpg`
}
