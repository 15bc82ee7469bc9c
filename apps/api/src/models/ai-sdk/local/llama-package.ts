/** What is used of node-llama-cpp, which is not there when this is compiled: https://node-llama-cpp.withcat.ai/api/functions/getLlama. */
export interface LlamaPackage {
  getLlama(options: LlamaOptions): Promise<Llama>
  readonly LlamaLogLevel: { readonly error: string }
  readonly LlamaChat: new (options: { readonly contextSequence: unknown }) => LlamaChat
  readonly InsufficientMemoryError: new () => Error
}

export interface LlamaOptions {
  readonly build: 'never'
  readonly skipDownload: true
  readonly gpu: 'metal' | false
  readonly logLevel: string
  readonly progressLogs: false
  readonly maxThreads: number
}

interface Llama {
  loadModel(options: { readonly modelPath: string }): Promise<LlamaModel>
  createGrammarForJsonSchema(schema: Readonly<Record<string, unknown>>): Promise<LlamaGrammar>
}

interface LlamaModel {
  /** Tokens that it was trained on. */
  readonly trainContextSize: number
  readonly tokenizer: unknown
  createContext(options: { readonly contextSize: { readonly max: number } }): Promise<LlamaContext>
}

interface LlamaContext {
  /** Tokens. */
  readonly contextSize: number
  getSequence(): unknown
}

export type LlamaGrammar = object

export type ChatHistoryItem =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: string[] }

interface LlamaChat {
  readonly chatWrapper: {
    generateContextState(options: { readonly chatHistory: readonly ChatHistoryItem[] }): {
      readonly contextText: { tokenize(tokenizer: unknown): readonly unknown[] }
    }
  }
  generateResponse(history: readonly ChatHistoryItem[], options: ResponseOptions): Promise<LlamaResponse>
}

export interface ResponseOptions {
  readonly grammar?: LlamaGrammar
  readonly signal: AbortSignal
  readonly maxTokens: number
  readonly temperature: number
  readonly onTextChunk: (text: string) => void
  readonly onToken: (tokens: readonly unknown[]) => void
  readonly budgets: { readonly thoughtTokens: number }
}

interface LlamaResponse {
  readonly metadata: {
    readonly stopReason:
      | 'maxTokens'
      | 'eogToken'
      | 'stopGenerationTrigger'
      | 'abort'
      | 'functionCalls'
      | 'customStopTrigger'
  }
}
