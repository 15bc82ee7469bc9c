import { z } from 'zod'

/** A place in a frame. Pixels, from its top left. */
const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** Something that is painted in one colour and comes in by itself: a line of a text. */
const lineSchema = z.object({
  /** What it is painted by: part of an SVG of the size of the frame. */
  svg: z.string(),
  box: boxSchema,
  fill: z.string(),
  /** Seconds from the beginning. */
  at: z.number().nonnegative(),
  /** It is there from the first frame on, and only moves to its place: the first frame is what many apps show of a video. */
  isFirst: z.boolean(),
})

const logoSchema = z.object({
  /** Of a PNG, in base64. */
  bytes: z.string(),
  box: boxSchema,
})

/** Everything that decides the frames of a video. */
export const scriptSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  frameRate: z.int().positive(),
  /** How many frames. */
  frames: z.int().positive(),
  /** What the lines come in on: a whole SVG, which the camera looks at; or a JPEG in base64, which alone moves. */
  ground: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('drawing'), svg: z.string(), logo: logoSchema.optional() }),
    z.object({ kind: z.literal('picture'), bytes: z.string() }),
  ]),
  lines: z.array(lineSchema),
  /** How much nearer what moves is at the end than at the beginning, or the other way round when negative. */
  zoom: z.number().min(-0.2).max(0.2),
})

export type Script = z.output<typeof scriptSchema>
export type ScriptLine = z.output<typeof lineSchema>
export type Box = z.output<typeof boxSchema>
