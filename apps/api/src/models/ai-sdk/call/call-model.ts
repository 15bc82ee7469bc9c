import type { ModelUsage } from '#models/port.ts'
import type { ModelMessage, ToolSet } from 'ai'
import { Output, streamText } from 'ai'
import { AnswerCutError, AnswerTooLargeError, RefusalError } from '../failures/faults.ts'
import type { Engine } from '../engine.ts'
import type { ResponseFormat } from './answer-form.ts'
import { startCallDeadline } from './call-deadline.ts'

// The package prints to the process's own output otherwise, past our logger.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })

/** Every limit of every platform together, and room: what is longer is no set of captions. */
const MAX_ANSWER_CHARACTERS = 200_000

export interface Call {
  readonly engine: Pick<Engine, 'model' | 'adapter' | 'timeouts' | 'clock'>
  readonly instructions: string
  readonly messages: readonly ModelMessage[]
  readonly responseFormat: ResponseFormat
  /** What the vendor may do by itself before it answers. */
  readonly tools?: ToolSet
  readonly signal: AbortSignal
  readonly onUsage: ((usage: ModelUsage) => void) | undefined
}

/** Asks once and yields the answer's text as it comes; see `streamParts`. */
export async function* callModel(call: Call): AsyncGenerator<string> {
  for await (const part of streamParts(call)) if (part.type === 'text-delta') yield part.text
}

/**
 * Asks once and yields the parts of the answer as they come. Nothing is retried here: the queue does that.
 *
 * Throws what the SDK met, or one of `failures/faults.ts`; the caller's own reason when it aborted.
 */
export async function* streamParts(call: Call): AsyncGenerator<StreamPart> {
  const { signal, engine } = call
  const startedAt = engine.clock.now().getTime()
  const deadline = startCallDeadline(signal, engine.timeouts)
  const recorder = createStreamRecorder(engine.model.modelId)
  let characters = 0
  try {
    for await (const part of startStream(call, deadline.signal).stream) {
      deadline.extend()
      recorder.record(part)
      if (part.type === 'text-delta') characters += part.text.length
      if (characters > MAX_ANSWER_CHARACTERS) throw new AnswerTooLargeError('The answer does not end')
      yield part
    }
    // An abort ends the stream as quietly as an answer does.
    deadline.signal.throwIfAborted()
    recorder.throwIfUnfinished()
  } catch (error) {
    deadline.signal.throwIfAborted()
    throw error
  } finally {
    deadline.end()
    const usage = recorder.usage()
    if (usage) call.onUsage?.({ ...usage, durationMs: engine.clock.now().getTime() - startedAt })
  }
}

function startStream({ engine, instructions, messages, responseFormat, tools }: Call, signal: AbortSignal) {
  const { providerOptions } = engine.adapter
  return streamText({
    model: engine.model,
    instructions,
    messages: [...messages],
    // Text output that asks for JSON: the SDK's own object output holds text back until it parses, and parses all of it
    // again at every word. The answer is read by answer/answer-reader.ts, which forgives more.
    output: { ...Output.text(), responseFormat },
    maxRetries: 0,
    abortSignal: signal,
    ...(tools && { tools }),
    ...(providerOptions && { providerOptions }),
    // Errors come as parts of the stream; without this they are printed as well.
    onError() {},
  })
}

export type StreamPart = ReturnType<typeof streamText>['stream'] extends AsyncIterable<infer Part> ? Part : never

/** Records how a stream went: its parts tell it piece by piece. */
function createStreamRecorder(asked: string) {
  let model = asked
  let tokens: { readonly inputTokens: number; readonly outputTokens: number } | undefined
  let failure: { readonly error: unknown } | undefined
  let ending: string | undefined
  return {
    record(part: StreamPart): void {
      if (part.type === 'error') failure ??= { error: part.error }
      if (part.type === 'finish-step') model = part.response.modelId
      if (part.type !== 'finish') return
      ending = part.finishReason
      const { inputTokens = 0, outputTokens = 0 } = part.totalUsage
      // A call that failed before it was answered has no usage to report.
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
