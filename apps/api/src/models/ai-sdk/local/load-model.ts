import { availableParallelism, setPriority } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LocalFaultReason, LocalMessage } from './protocol.ts'
import type { ChatHistoryItem, LlamaPackage } from './llama-package.ts'

interface LocalFault {
  readonly reason: LocalFaultReason
  /** For the log. */
  readonly message: string
}

interface Question {
  readonly messages: readonly LocalMessage[]
  readonly schema?: Readonly<Record<string, unknown>> | undefined
}

interface Answered {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly isWhole: boolean
}

interface LoadedModel {
  readonly threads: number
  answer(
    question: Question,
    options: { readonly signal: AbortSignal; readonly onText: (text: string) => void },
  ): Promise<Answered | LocalFault>
}

/** Tokens of a request and its answer: the instructions are some 3,000, six captions another 3,000. Each costs memory. */
const CONTEXT_TOKENS = 16_384
/** For an answer there must be room for so many. */
const LEAST_ANSWER_TOKENS = 512
/** Less inventive than the packages' default: a small model that is inventive contradicts its brief. */
const TEMPERATURE = 0.7

/** Loads the package, and the model if there is one to load. Says what is wrong, and throws nothing. */
export async function loadModel({
  packageDirectory,
  modelPath,
}: {
  readonly packageDirectory: string
  readonly modelPath: string | undefined
}): Promise<LoadedModel | LocalFault> {
  // The server answers first.
  setPriority(5)
  // A thread that waits for its turn spins: on all processors, next to a busy server, it takes ten times as long.
  const threads = Math.max(1, availableParallelism() - 1)
  const loading = await loadPackage(packageDirectory, threads).catch(faultOf('cannot_run'))
  if ('reason' in loading) return loading
  const { llama, library } = loading
  const { InsufficientMemoryError } = library
  if (modelPath === undefined) return { threads, answer: async () => ({ reason: 'failed', message: 'no model' }) }
  try {
    const model = await llama.loadModel({ modelPath })
    const context = await model.createContext({
      contextSize: { max: Math.min(CONTEXT_TOKENS, model.trainContextSize) },
    })
    const chat = new library.LlamaChat({ contextSequence: context.getSequence() })
    return {
      threads,
      async answer({ messages, schema }, { signal, onText }) {
        try {
          const history: ChatHistoryItem[] = [...messages.map(toHistoryItem), { type: 'model', response: [] }]
          const { contextText } = chat.chatWrapper.generateContextState({ chatHistory: history })
          const inputTokens = contextText.tokenize(model.tokenizer).length
          const maxTokens = context.contextSize - inputTokens - 1
          if (maxTokens < LEAST_ANSWER_TOKENS) {
            return { reason: 'too_long', message: `${inputTokens} tokens of ${context.contextSize}` }
          }
          const grammar = schema && (await llama.createGrammarForJsonSchema(schema))
          let outputTokens = 0
          const { metadata } = await chat.generateResponse(history, {
            ...(grammar && { grammar }),
            signal,
            maxTokens,
            temperature: TEMPERATURE,
            onTextChunk: onText,
            onToken: (tokens) => (outputTokens += tokens.length),
            budgets: { thoughtTokens: 0 },
          })
          return { inputTokens, outputTokens, isWhole: metadata.stopReason !== 'maxTokens' }
        } catch (error) {
          return faultOf('failed')(error)
        }
      },
    }
  } catch (error) {
    return faultOf(error instanceof InsufficientMemoryError ? 'no_memory' : 'no_model')(error)
  }
}

async function loadPackage(directory: string, maxThreads: number) {
  const library: LlamaPackage = await import(pathToFileURL(join(directory, 'dist/index.js')).href)
  const llama = await library.getLlama({
    // Only what was installed: nothing is compiled, nothing downloaded.
    build: 'never',
    skipDownload: true,
    gpu: process.platform === 'darwin' && process.arch === 'arm64' ? 'metal' : false,
    logLevel: library.LlamaLogLevel.error,
    progressLogs: false,
    maxThreads,
  })
  return { library, llama }
}

function toHistoryItem({ role, text }: LocalMessage): ChatHistoryItem {
  return role === 'assistant' ? { type: 'model', response: [text] } : { type: role, text }
}

function faultOf(reason: LocalFaultReason) {
  return (error: unknown): LocalFault => ({ reason, message: error instanceof Error ? error.message : String(error) })
}
