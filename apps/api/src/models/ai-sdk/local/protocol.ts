import { z } from 'zod'

/** One part of a conversation with a model. */
const messageSchema = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })

export type LocalMessage = z.output<typeof messageSchema>

/** What is sent to the process of a local model. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ask'),
    id: z.int(),
    messages: z.array(messageSchema),
    /** A JSON schema that the answer must have. Absent: any text. */
    schema: z.record(z.string(), z.unknown()).optional(),
  }),
  z.strictObject({ type: z.literal('stop'), id: z.int() }),
])

export type LocalCommand = z.output<typeof commandSchema>

/**
 * Why a local model gives no answer.
 *
 * - `cannot_run`: the package is broken, or made for another system.
 * - `no_model`: the file is no model that the package can load.
 * - `no_memory`: the model does not fit into the memory that is free.
 * - `too_long`: the request, and an answer, do not fit into its context.
 * - `failed`: something else.
 */
const LOCAL_FAULTS = ['cannot_run', 'no_model', 'no_memory', 'too_long', 'failed'] as const

export type LocalFaultReason = (typeof LOCAL_FAULTS)[number]

/** What it says. */
export const reportSchema = z.discriminatedUnion('type', [
  /** The model is loaded. */
  z.object({ type: z.literal('ready'), threads: z.int() }),
  /** It is not, and never will be: the process ends. */
  z.object({ type: z.literal('unusable'), reason: z.enum(LOCAL_FAULTS), message: z.string() }),
  z.object({ type: z.literal('text'), id: z.int(), text: z.string() }),
  z.object({
    type: z.literal('done'),
    id: z.int(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    /** Whether it ended by itself, not for lack of room. */
    isWhole: z.boolean(),
  }),
  z.object({ type: z.literal('fault'), id: z.int(), reason: z.enum(LOCAL_FAULTS), message: z.string() }),
])

export type LocalReport = z.output<typeof reportSchema>
