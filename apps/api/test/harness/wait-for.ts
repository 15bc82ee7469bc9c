import type { Generation, ImageGeneration } from '@powerpost/contract'
import type { TestServer } from './test-server.ts'

const END_STATES = new Set(['completed', 'failed'])

/** Below the time that a test may take, so that a stuck generation is told as one. */
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

async function waitForEnd<Job extends { readonly status: string }>(
  server: TestServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Job> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const job = (await (await server.request(path, { headers })).json()) as Job
    if (END_STATES.has(job.status)) return job
    if (performance.now() > deadline) throw new Error(`${path} has not ended: ${JSON.stringify(job)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
