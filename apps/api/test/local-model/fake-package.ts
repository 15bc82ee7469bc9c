import type {
  ChatHistoryItem,
  LlamaOptions,
  LlamaPackage,
  ResponseOptions,
} from '#models/ai-sdk/local/llama-package.ts'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { goodAnswer } from '../fake-models/good-captions.ts'

// node-llama-cpp as its documentation describes what is used of it (https://node-llama-cpp.withcat.ai/api/functions/getLlama).
// Strict about what it is called with; a model file says how it behaves. It runs in the process of the server's own program.

/** What a model file of the fake's says, behind the four letters of every model. */
const fakeModelSchema = z.strictObject({
  behaves: z.enum(['well', 'dies', 'dies once', 'hangs', 'waits', 'stops early', 'throws', 'not loaded', 'too large']),
  /** Tokens. */
  trained: z.int().default(16_384),
})

export type FakeModel = z.output<typeof fakeModelSchema>

const CHARACTERS_A_TOKEN = 4

class InsufficientMemoryError extends Error {}

const LlamaLogLevel = { error: 'error' }

const optionsSchema = z.strictObject({
  build: z.literal('never'),
  skipDownload: z.literal(true),
  gpu: z.literal(false),
  logLevel: z.literal('error'),
  progressLogs: z.literal(false),
  maxThreads: z.int().min(1),
})

const schemaSchema = z.looseObject({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()) })

interface Context {
  readonly model: FakeModel
  readonly path: string
}

interface Grammar {
  readonly properties: readonly string[]
}

async function getLlama(options: LlamaOptions) {
  optionsSchema.parse(options)
  if (Object.keys(process.env).some((name) => name.startsWith('POWERPOST_'))) throw new Error('It was given settings')
  return {
    async loadModel({ modelPath }: { readonly modelPath: string }) {
      const model = fakeModelSchema.parse(JSON.parse(readFileSync(modelPath, 'utf8').slice('GGUF'.length)))
      if (model.behaves === 'not loaded') throw new Error('Failed to load model')
      return {
        trainContextSize: model.trained,
        tokenizer: TOKENIZER,
        async createContext({ contextSize }: { readonly contextSize: { readonly max: number } }) {
          if (model.behaves === 'too large') throw new InsufficientMemoryError('A context of this size is too large')
          return { contextSize: contextSize.max, getSequence: (): Context => ({ model, path: modelPath }) }
        },
      }
    },
    async createGrammarForJsonSchema(schema: Readonly<Record<string, unknown>>): Promise<Grammar> {
      return { properties: Object.keys(schemaSchema.parse(schema).properties) }
    },
  }
}

const TOKENIZER = { tokenizer: true }

class LlamaChat {
  readonly #context: Context
  #isBusy = false

  constructor({ contextSequence }: { readonly contextSequence: unknown }) {
    this.#context = contextSequence as Context
  }

  readonly chatWrapper = {
    generateContextState: ({ chatHistory }: { readonly chatHistory: readonly ChatHistoryItem[] }) => ({
      contextText: {
        tokenize(tokenizer: unknown) {
          if (tokenizer !== TOKENIZER) throw new TypeError('That is no tokenizer')
          const characters = chatHistory.map(textOf).join('').length
          return Array.from({ length: Math.ceil(characters / CHARACTERS_A_TOKEN) })
        },
      },
    }),
  }

  async generateResponse(history: readonly ChatHistoryItem[], options: ResponseOptions) {
    if (this.#isBusy) throw new Error('One sequence answers one question at a time')
    this.#isBusy = true
    try {
      return await answer(this.#context, history, options)
    } finally {
      this.#isBusy = false
    }
  }
}

function textOf(item: ChatHistoryItem): string {
  return item.type === 'model' ? item.response.join('') : item.text
}

async function answer({ model, path }: Context, history: readonly ChatHistoryItem[], options: ResponseOptions) {
  const { signal, grammar, onTextChunk, onToken } = options
  if (history.at(-1)?.type !== 'model') throw new Error('The last of a conversation is what the model says')
  signal.throwIfAborted()
  if (model.behaves === 'dies') process.abort()
  if (model.behaves === 'dies once') {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, `GGUF${JSON.stringify({ behaves: 'well' })}`)
    process.abort()
  }
  if (model.behaves === 'throws') throw new Error('Eval has failed')
  if (model.behaves === 'hangs') {
    onTextChunk('{')
    await new Promise(() => {})
  }
  if (model.behaves === 'waits')
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const texts = history.slice(1, -1).map(textOf)
  const instructions = history.slice(0, 1).map(textOf).join('')
  const { properties } = (grammar ?? { properties: [] }) as Grammar
  const whole = goodAnswer({ instructions, texts, properties } as unknown as Parameters<typeof goodAnswer>[0])
  const said = model.behaves === 'stops early' ? whole.slice(0, 12) : whole
  for (const chunk of said.match(/[^]{1,16}/gu) ?? []) {
    onToken(Array.from({ length: CHARACTERS_A_TOKEN }))
    onTextChunk(chunk)
  }
  const stopReason = model.behaves === 'stops early' ? ('maxTokens' as const) : ('eogToken' as const)
  return { metadata: { stopReason } }
}

/** Its exports. */
export const fakePackage: LlamaPackage = { getLlama, LlamaLogLevel, LlamaChat, InsufficientMemoryError }
