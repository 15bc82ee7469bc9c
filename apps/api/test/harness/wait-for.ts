import type { Generation } from '@powerpost/contract'
import type { TestServer } from './test-server.ts'

const END_STATES = new Set(['completed', 'failed'])

/** Below the time that a test may take, so that a stuck generation is told as one. */
const LONGEST_WAIT_MS = 45_000

/** Polls a generation until it has ended, as a caller would. */
export async function waitForGeneration(server: TestServer, id: string): Promise<Generation> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const response = await server.request(`/api/v1/content/generations/${id}`)
    const generation = (await response.json()) as Generation
    if (END_STATES.has(generation.status)) return generation
    if (performance.now() > deadline) throw new Error(`${id} has not ended: ${JSON.stringify(generation)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
