import { createHash } from 'node:crypto'
import { z } from 'zod'

const pixels = z.int().positive()

const rectangle = z.object({ left: z.int().min(0), top: z.int().min(0), width: pixels, height: pixels })

export const imageRecipeSchema = z.object({
  kind: z.literal('image'),
  /** Whether only its metadata are removed. */
  keepPixels: z.boolean(),
  /** What of the upright original is kept. Absent: all of it. */
  crop: rectangle.optional(),
  /** The size that it is scaled to. */
  width: pixels,
  height: pixels,
  /** The size with bars around it. Absent: there are none. */
  canvas: z.object({ width: pixels, height: pixels }).optional(),
  /** Of the file. */
  maxBytes: z.int().positive(),
})

const encodedVideoSchema = z.object({
  /** What of the upright original is kept, in square pixels. Absent: all of it. */
  crop: rectangle.optional(),
  width: pixels,
  height: pixels,
  canvas: z.object({ width: pixels, height: pixels }).optional(),
  /** Frames a second. Absent: those of the original. */
  frameRate: z.number().positive().optional(),
  /** Bits a second. */
  maxBitrate: z.int().positive(),
  /** Whether high dynamic range is made standard range. */
  toneMap: z.boolean(),
})

export const videoRecipeSchema = z.object({
  kind: z.literal('video'),
  /** `copy`: its pictures stay as they are. */
  video: z.union([z.literal('copy'), encodedVideoSchema]),
  sound: z.enum(['copy', 'encode', 'none']),
  maxBytes: z.int().positive(),
})

/** How a rendition is made of its original: everything that decides its bytes. */
export const recipeSchema = z.discriminatedUnion('kind', [imageRecipeSchema, videoRecipeSchema])

export type ImageRecipe = z.infer<typeof imageRecipeSchema>
export type EncodedVideo = z.infer<typeof encodedVideoSchema>
export type VideoRecipe = z.infer<typeof videoRecipeSchema>
export type Recipe = z.infer<typeof recipeSchema>

/** The same for the same recipe. In hex. */
export function keyOfRecipe(recipe: Recipe): string {
  // Parsed, its fields have one order.
  return createHash('sha256')
    .update(JSON.stringify(recipeSchema.parse(recipe)))
    .digest('hex')
}
