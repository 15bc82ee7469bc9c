import type { ModelUsage } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { LanguageModel, ModelMessage } from 'ai'
import { Output, streamText } from 'ai'
import type { z } from 'zod'
import { AnswerCutError, AnswerTooLargeError, RefusalError } from '../failures/faults.ts'
import type { VendorAdapter } from '../vendors/index.ts'
import type { CallTimeouts } from './call-deadline.ts'
import { startCallDeadline } from './call-deadline.ts'

// The package prints to the process's own output otherwise, past our logger.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })

/** Every limit of every platform together, and room: what is longer is no set of captions. */
const MAX_ANSWER_CHARACTERS = 200_000

/** How the answer's form is asked for: by its schema, as any JSON, or by the words of the instructions alone. */
export type AnswerForm = 'schema' | 'json' | 'prose'

export interface Call {
  readonly model: Exclude<LanguageModel, string>
  readonly providerOptions: VendorAdapter['providerOptions']
  readonly instructions: string
  readonly messages: readonly ModelMessage[]
  readonly schema: z.ZodType
  readonly form: AnswerForm
  readonly signal: AbortSignal
  readonly timeouts: CallTimeouts
  readonly clock: Clock
  readonly onUsage: ((usage: ModelUsage) => void) | undefined
}

/**
 * Asks once and yields the answer's text as it comes. Nothing is retried here: the queue does that.
 *
 * Throws what the SDK met, or one of `failures/faults.ts`; the caller's own reason when it aborted.
 */
export async function* callModel(call: Call): AsyncGenerator<string> {
  const { clock, signal } = call
  const startedAt = clock.now().getTime()
  const deadline = startCallDeadline(signal, call.timeouts)
  const heard = createHearing(call.model.modelId)
  let characters = 0
  try {
    for await (const part of startStream(call, deadline.signal).stream) {
      deadline.heard()
      heard.note(part)
      if (part.type !== 'text-delta') continue
      characters += part.text.length
      if (characters > MAX_ANSWER_CHARACTERS) throw new AnswerTooLargeError('The answer does not end')
      yield part.text
    }
    // An abort ends the stream as quietly as an answer does.
    deadline.signal.throwIfAborted()
    heard.throwIfUnfinished()
  } catch (error) {
    deadline.signal.throwIfAborted()
    throw error
  } finally {
    deadline.end()
    const usage = heard.usage()
    if (usage) call.onUsage?.({ ...usage, durationMs: clock.now().getTime() - startedAt })
  }
}

function startStream({ model, providerOptions, instructions, messages, schema, form }: Call, signal: AbortSignal) {
  return streamText({
    model,
    instructions,
    messages: [...messages],
    // Text output that asks for JSON: the SDK's own object output holds text back until it parses, and parses all of it
    // again at every word. The answer is read by answer/read-answer.ts, which forgives more.
    output: { ...Output.text(), responseFormat: RESPONSE_FORMATS[form](schema) },
    maxRetries: 0,
    abortSignal: signal,
    ...(providerOptions && { providerOptions }),
    // Errors come as parts of the stream; without this they are printed as well.
    onError() {},
  })
}

type ResponseFormat = ReturnType<typeof Output.text>['responseFormat']

const RESPONSE_FORMATS: Record<AnswerForm, (schema: z.ZodType) => ResponseFormat> = {
  schema: (schema) => Output.object({ schema, name: 'captions' }).responseFormat,
  json: () => Output.json().responseFormat,
  prose: () => Output.text().responseFormat,
}

type StreamPart = ReturnType<typeof streamText>['stream'] extends AsyncIterable<infer Part> ? Part : never

/** Remembers how a stream went, which its parts tell here and there. */
function createHearing(asked: string) {
  let model = asked
  let tokens: { readonly inputTokens: number; readonly outputTokens: number } | undefined
  let failure: { readonly error: unknown } | undefined
  let ending: string | undefined
  return {
    note(part: StreamPart): void {
      if (part.type === 'error') failure ??= { error: part.error }
      if (part.type === 'finish-step') model = part.response.modelId
      if (part.type !== 'finish') return
      ending = part.finishReason
      const { inputTokens = 0, outputTokens = 0 } = part.totalUsage
      // A call that failed before it was answered has no usage to tell of.
      if (!failure || inputTokens + outputTokens > 0) tokens = { inputTokens, outputTokens }
    },
    usage: () => tokens && { model, ...tokens },
    throwIfUnfinished(): void {
      if (failure) throw failure.error
      if (ending === 'content-filter') throw new RefusalError('The answer was filtered or refused')
      if (ending === undefined || ending === 'interrupted' || ending === 'error')
        throw new AnswerCutError('The answer ended too early')
    },
  }
}
