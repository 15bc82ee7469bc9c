import { z } from 'zod'

/** What the reading process is given to read. */
export interface PageToRead {
  readonly bytes: Uint8Array
  /** The `Content-Type` header. */
  readonly contentType: string
  /** Of the text, in UTF-16 units. */
  readonly maxChars: number
}

/** What that process says, once it is ready. It has handled hostile input, so that it is believed no more than that input. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('read'), title: z.string().optional(), text: z.string() }),
  z.object({ type: z.literal('refused'), detail: z.string() }),
])

export type ChildMessage = z.infer<typeof childMessageSchema>
