import { createHash } from 'node:crypto'
import { z } from 'zod'

const pixels = z.int().positive()

const imageRecipeSchema = z.object({
  kind: z.literal('image'),
  /** What of the upright original is kept. Absent: all of it. */
  crop: z.object({ left: z.int().min(0), top: z.int().min(0), width: pixels, height: pixels }).optional(),
  /** The size that it is scaled to. */
  width: pixels,
  height: pixels,
  /** The size with bars around it. Absent: there are none. */
  canvas: z.object({ width: pixels, height: pixels }).optional(),
  /** Of the file. */
  maxBytes: z.int().positive(),
})

/** How a rendition is made of its original: everything that decides its bytes. */
export const recipeSchema = z.discriminatedUnion('kind', [imageRecipeSchema])

export type ImageRecipe = z.infer<typeof imageRecipeSchema>
export type Recipe = z.infer<typeof recipeSchema>

/** The same for the same recipe. In hex. */
export function keyOfRecipe(recipe: Recipe): string {
  // Parsed, its fields have one order.
  return createHash('sha256')
    .update(JSON.stringify(recipeSchema.parse(recipe)))
    .digest('hex')
}
