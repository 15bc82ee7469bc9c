import type { DrawnImage, ImageBrief, ImageModel } from '#image-models/port.ts'
import { createPlainImageModel } from './plain-image-model.ts'

/** A model that does what a test tells it, and otherwise draws plainly. */
export function createScriptedImageModel(
  draw: (brief: ImageBrief) => Promise<DrawnImage | undefined>,
): ImageModel & { readonly briefs: readonly ImageBrief[] } {
  const plain = createPlainImageModel()
  const briefs: ImageBrief[] = []
  return {
    name: 'scripted',
    builtIn: false,
    briefs,
    async draw(brief, options) {
      briefs.push(brief)
      return (await draw(brief)) ?? plain.draw(brief, options)
    },
  }
}
