import type { Generation } from '@powerpost/contract'
import type { TestServer } from './test-server.ts'

const END_STATES = new Set(['completed', 'failed'])

/** Polls a generation until it has ended, as a caller would. */
export async function waitForGeneration(server: TestServer, id: string): Promise<Generation> {
  for (;;) {
    const response = await server.request(`/api/v1/content/generations/${id}`)
    const generation = (await response.json()) as Generation
    if (END_STATES.has(generation.status)) return generation
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
