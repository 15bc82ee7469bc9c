import { createScriptedModel, writePlainly } from '../test/harness/scripted-model.ts'
import { startTestServer } from '../test/harness/test-server.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds, percentile } from './environment.ts'

const JOBS = 100
const BURST = 200
const BODY = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }

/** How long a generation waits, from its answer to its first line of work; and how fast a burst is worked off. */
export async function measureQueue(kind: DatabaseKind): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  let onWork = (_at: number) => {}
  const model = createScriptedModel(async function* (brief) {
    onWork(performance.now())
    yield* writePlainly(brief)
  })
  const server = await startTestServer({ database, model, credits: 1_000_000 })
  const post = () => server.post('/api/v1/content/generate', BODY)

  const waits: number[] = []
  for (let job = 0; job < JOBS; job += 1) {
    const { promise: worked, resolve } = Promise.withResolvers<number>()
    onWork = resolve
    await post()
    const answered = performance.now()
    // Work that began before the answer was read waited for nothing.
    waits.push(Math.max(0, (await worked) - answered))
  }

  const { promise: drained, resolve: onDrained } = Promise.withResolvers<void>()
  let worked = 0
  onWork = () => {
    worked += 1
    if (worked === BURST) onDrained()
  }
  const start = performance.now()
  await Promise.all([drained, ...Array.from({ length: BURST }, post)])
  const burst = performance.now() - start
  await server.stop()
  await database.remove()
  return {
    'enqueue to start of work, median': milliseconds(percentile(waits, 50)),
    'enqueue to start of work, 95 %': milliseconds(percentile(waits, 95)),
    [`${BURST} generations at once, from the first request`]: milliseconds(burst),
  }
}
