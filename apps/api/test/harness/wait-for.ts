import type { Generation, ImageGeneration, VideoGeneration } from '@powerpost/contract'
import type { TestServer } from './test-server.ts'

const END_STATES = new Set(['completed', 'failed'])

/** Below the time that a test may take, so that its failure says what did not come. */
const LONGEST_WAIT_MS = 45_000

/** Polls a generation until it has ended, as a caller would. */
export async function waitForGeneration(
  server: TestServer,
  id: string,
  headers: Record<string, string> = {},
): Promise<Generation> {
  return waitForEnd<Generation>(server, `/api/v1/content/generations/${id}`, headers)
}

/** Polls an image generation until it has ended, as a caller would. */
export async function waitForImages(
  server: TestServer,
  id: string,
  headers: Record<string, string> = {},
): Promise<ImageGeneration> {
  return waitForEnd<ImageGeneration>(server, `/api/v1/images/generations/${id}`, headers)
}

/** Polls a video generation until it has ended, as a caller would. */
export async function waitForVideo(
  server: TestServer,
  id: string,
  headers: Record<string, string> = {},
): Promise<VideoGeneration> {
  return waitForEnd<VideoGeneration>(server, `/api/v1/videos/generations/${id}`, headers)
}

/** Polls a generation of a server that is a process of its own until it has ended. */
export async function waitForGenerationAt(
  { url }: { readonly url: string },
  id: string,
  headers: Record<string, string>,
): Promise<Generation> {
  return readUntil({
    what: `the end of the generation ${id}`,
    read: async () => {
      const response = await fetch(`${url}/api/v1/content/generations/${id}`, { headers })
      if (response.status !== 200) throw new Error(`${id} was answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Generation
    },
    isEnough: ({ status }) => END_STATES.has(status),
  })
}

interface Wait<Value> {
  /** What is waited for, as the message of the failure says it. */
  readonly what: string
  readonly read: () => Promise<Value>
  readonly isEnough: (value: Value) => boolean
  /** @default 20 */
  readonly everyMs?: number
}

/** Reads until it is enough, and returns what was read. Throws what was read last when that takes longer than 45 s. */
export async function readUntil<Value>({ what, read, isEnough, everyMs = 20 }: Wait<Value>): Promise<Value> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const value = await read()
    if (isEnough(value)) return value
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

async function waitForEnd<Job extends { readonly status: string }>(
  server: TestServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Job> {
  return readUntil({
    what: `the end of ${path}`,
    read: async () => (await (await server.request(path, { headers })).json()) as Job,
    isEnough: ({ status }) => END_STATES.has(status),
  })
}
