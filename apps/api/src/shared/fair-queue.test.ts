import { expect, it } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

it('work of many owners is done in turns, each its own in order, so that none waits for all of another', async () => {
  const queue = createFairQueue({ parallel: 1, waitingPerOwner: 10 })
  const done: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = queue.tryRun('flood', () => gate.promise)
  const asked = ['flood 1', 'flood 2', 'flood 3', 'other 1', 'other 2', 'third 1'].map((name) =>
    queue.tryRun(name.split(' ')[0] ?? '', async () => void done.push(name)),
  )
  gate.resolve()
  await Promise.all([first, ...asked])
  expect(done).toEqual(['flood 1', 'other 1', 'third 1', 'flood 2', 'other 2', 'flood 3'])
})

it('an owner with as much waiting as it may is refused, and no other; work that fails frees its place', async () => {
  const queue = createFairQueue({ parallel: 2, waitingPerOwner: 1 })
  const gate = Promise.withResolvers<void>()
  const running = [0, 1].map(() => queue.tryRun('flood', () => gate.promise))
  const waiting = queue.tryRun('flood', async () => 'waited')
  expect(queue.tryRun('flood', async () => 'too much')).toBeUndefined()
  const other = queue.tryRun('other', async () => 'served')
  gate.reject(new Error('broken'))
  expect((await Promise.allSettled(running)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await Promise.all([waiting, other])).toEqual(['waited', 'served'])
  expect(await queue.tryRun('flood', async () => 'again')).toBe('again')
})
