import { z } from 'zod'

/** What the worker is given to read. */
export interface PageToRead {
  readonly bytes: Uint8Array
  /** The `Content-Type` header. */
  readonly contentType: string
  /** Of the text, in UTF-16 units. */
  readonly maxChars: number
}

/** What the worker says. It has handled hostile input, so that it is believed no more than that input. */
export const workerMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('read'), title: z.string().optional(), text: z.string() }),
  z.object({ type: z.literal('refused'), detail: z.string() }),
])

export type WorkerMessage = z.infer<typeof workerMessageSchema>
