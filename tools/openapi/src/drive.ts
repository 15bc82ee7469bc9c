/** What a program needs to reach the server. */
export interface Access {
  readonly url: string
  readonly apiKey: string
  readonly workspaceId: string
}

/** What an error answer says: its status, its code and the fields that it names. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly fields: readonly string[]
}

/** The calls that a program makes by the code that a tool made of the document. */
export interface Calls {
  readBalance(): Promise<number>
  /** Starts captions for X, and gives the id of the generation. */
  generate(prompt: string): Promise<string>
  readGeneration(id: string): Promise<{ readonly status: string; readonly caption: string | undefined }>
  /** The ids of the newest generations. */
  listGenerations(): Promise<readonly string[]>
  /** Connects a sandbox account of X, and gives its id. */
  connect(): Promise<string>
  /** Makes a draft of a generation for that account, and gives its id. */
  createDraft(generationId: string, connectionId: string): Promise<string>
  isPublishable(postId: string): Promise<boolean>
  publish(postId: string): Promise<void>
  readPostStatus(postId: string): Promise<string>
  /** Starts captions of a prompt that is too short. */
  refuse(prompt: string): Promise<Refusal>
}

/** A program of `test/programs`. */
export interface Program {
  createCalls(access: Access): Calls
}

/** From a prompt to a post in the sandbox: what came of it. */
export async function drive(calls: Calls) {
  const generationId = await calls.generate('We just shipped dark mode across all our apps')
  const generation = await waitFor(
    () => calls.readGeneration(generationId),
    ({ status }) => status !== 'processing',
  )
  const isListed = (await calls.listGenerations()).includes(generationId)
  const postId = await calls.createDraft(generationId, await calls.connect())
  const isPublishable = await calls.isPublishable(postId)
  await calls.publish(postId)
  const post = await waitFor(
    () => calls.readPostStatus(postId),
    (status) => status !== 'publishing',
  )
  return {
    hasCredits: (await calls.readBalance()) > 0,
    generation: generation.status,
    hasCaption: (generation.caption ?? '') !== '',
    isListed,
    isPublishable,
    post,
  }
}

/** What `drive` gives when everything works. */
export const DRIVEN: Awaited<ReturnType<typeof drive>> = {
  hasCredits: true,
  generation: 'completed',
  hasCaption: true,
  isListed: true,
  isPublishable: true,
  post: 'published',
}

/** A prompt that is too short, and how a server refuses it. */
export const TOO_SHORT = 'ab'
export const REFUSED: Refusal = { status: 400, code: 'VALIDATION_ERROR', fields: ['prompt'] }

async function waitFor<Value>(read: () => Promise<Value>, isDone: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const value = await read()
    if (isDone(value)) return value
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A value that an answer must have. */
export function some<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The answer lacks something')
  return value
}
