import type { LanguageModel } from 'ai'
import type { LocalModels } from './local-models.ts'
import type { LocalMessage } from './protocol.ts'

type SdkModel = Extract<LanguageModel, { specificationVersion: 'v4' }>
type CallOptions = Parameters<SdkModel['doStream']>[0]
type StreamResult = Awaited<ReturnType<SdkModel['doStream']>>
type StreamPart = StreamResult['stream'] extends ReadableStream<infer Part> ? Part : never

const TEXT_ID = 'text'

/** A local model as the SDK takes its vendors' models: streamed text, in a JSON schema where one is asked for. */
export function createLocalLanguageModel(name: string, models: LocalModels): SdkModel {
  return {
    specificationVersion: 'v4',
    provider: 'local',
    modelId: name,
    supportedUrls: {},
    async doStream({ prompt, responseFormat, abortSignal }): Promise<StreamResult> {
      const schema = responseFormat?.type === 'json' ? (responseFormat.schema as Record<string, unknown>) : undefined
      const stopped = new AbortController()
      const signal = abortSignal ? AbortSignal.any([abortSignal, stopped.signal]) : stopped.signal
      return {
        stream: new ReadableStream<StreamPart>({
          start(controller) {
            controller.enqueue({ type: 'stream-start', warnings: [] })
            controller.enqueue({ type: 'text-start', id: TEXT_ID })
            const onText = (delta: string) => controller.enqueue({ type: 'text-delta', id: TEXT_ID, delta })
            models.ask(name, { messages: prompt.map(toMessage), ...(schema && { schema }) }, { signal, onText }).then(
              (answer) => {
                controller.enqueue({ type: 'text-end', id: TEXT_ID })
                controller.enqueue(toFinish(answer))
                controller.close()
              },
              (error: unknown) => {
                if (!stopped.signal.aborted) controller.error(error)
              },
            )
          },
          cancel: () => stopped.abort(),
        }),
      }
    },
    doGenerate() {
      throw new Error('Local models stream')
    },
  }
}

function toFinish({ inputTokens, outputTokens, isWhole }: Awaited<ReturnType<LocalModels['ask']>>): StreamPart {
  return {
    type: 'finish',
    finishReason: { unified: isWhole ? 'stop' : 'length', raw: undefined },
    usage: {
      inputTokens: { total: inputTokens, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: outputTokens, text: outputTokens, reasoning: undefined },
    },
  }
}

function toMessage(message: CallOptions['prompt'][number]): LocalMessage {
  if (message.role === 'system') return { role: 'system', text: message.content }
  const texts = message.content.flatMap((part) => (part.type === 'text' ? part.text : []))
  return { role: message.role === 'assistant' ? 'assistant' : 'user', text: texts.join('\n\n') }
}
