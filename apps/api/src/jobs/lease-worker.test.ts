import { noMetrics } from '#shared/metrics.ts'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { LeaseWorker, LeaseWorkerOptions } from './lease-worker.ts'
import { createLeaseWorker } from './lease-worker.ts'
import type { WorkOutcome } from './slots.ts'
import { createFixedSlots } from './slots.ts'

interface Row {
  readonly id: string
  readonly lane: string
  readonly version: number
}

/** A table that the worker claims from. Its time passes when a test says so. */
function createTable() {
  const due: Row[] = []
  const polls: Array<() => void> = []
  const log: string[] = []
  const timers = new Set<{ readonly ms: number; readonly fire: () => void }>()
  const runs = new Map<string, (outcome: WorkOutcome | Error) => void>()
  const signals = new Map<string, AbortSignal>()
  let holdPolls = false

  const options: LeaseWorkerOptions<Row> = {
    name: 'rows',
    logger: pino({ level: 'silent' }),
    metrics: noMetrics,
    pollEveryMs: 1_000,
    slots: createFixedSlots(2),
    laneOf: ({ lane }) => lane,
    findDueLanes: async () => ({ lanes: ['fast', 'slow'] }),
    async claim({ slots, runningIds }) {
      log.push(`poll, running ${runningIds.length}`)
      if (holdPolls) await new Promise<void>((resolve) => polls.push(resolve))
      const free = new Map(slots)
      return due.splice(0).filter((row) => {
        const left = free.get(row.lane) ?? 0
        free.set(row.lane, left - 1)
        if (left <= 0) due.push(row)
        return left > 0
      })
    },
    run(row, { signal, onProgress }) {
      signals.set(row.id, signal)
      onProgress({ ...row, version: row.version + 1 })
      return new Promise((resolve, reject) => {
        runs.set(row.id, (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)))
        signal.addEventListener('abort', () => reject(signal.reason as Error))
      })
    },
    async giveBack({ id, version }) {
      log.push(`gave back ${id} of version ${version}`)
    },
    async onError({ id }, error) {
      log.push(`failed ${id}: ${(error as Error).message}`)
    },
    startTimer(ms, fire) {
      const timer = { ms, fire }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  return {
    options,
    log,
    add: (lane: string, ...ids: string[]) => due.push(...ids.map((id) => ({ id, lane, version: 1 }))),
    started: () => [...runs.keys()],
    signalOf: (id: string) => signals.get(id),
    end: (id: string, outcome: WorkOutcome | Error = 'succeeded') => runs.get(id)?.(outcome),
    polls: () => log.filter((line) => line.startsWith('poll')).length,
    holdPolls: () => (holdPolls = true),
    releasePolls() {
      holdPolls = false
      polls.splice(0).forEach((resolve) => resolve())
    },
    sleeps: () => [...timers].map(({ ms }) => ms),
    /** Lets the timers of a length fire. */
    pass(ms: number) {
      for (const timer of [...timers].filter((timer) => timer.ms === ms)) {
        timers.delete(timer)
        timer.fire()
      }
    },
  }
}

/** Lets everything that can go on without a timer go on. */
const flush = () => new Promise((resolve) => setImmediate(resolve))

function start(table: ReturnType<typeof createTable>, more: Partial<LeaseWorkerOptions<Row>> = {}): LeaseWorker {
  const worker = createLeaseWorker({ ...table.options, ...more })
  worker.start()
  return worker
}

describe('a lease worker', () => {
  it('never lets a slow lane hold up another', async () => {
    const table = createTable()
    table.add('slow', 's1', 's2', 's3')
    table.add('fast', 'f1', 'f2', 'f3', 'f4')
    start(table)
    await flush()
    expect(table.started()).toEqual(['s1', 's2', 'f1', 'f2'])
    table.end('f1')
    await flush()
    table.end('f3')
    await flush()
    expect(table.started()).toEqual(['s1', 's2', 'f1', 'f2', 'f3', 'f4'])
    for (const id of table.started()) table.end(id)
    await flush()
    expect(table.started()).toContain('s3')
  })

  it('polls when it is notified, once at a time, and once more for what came during a poll', async () => {
    const table = createTable()
    const worker = start(table)
    await flush()
    expect(table.polls()).toBe(1)
    table.holdPolls()
    worker.notify()
    await flush()
    for (let times = 0; times < 5; times += 1) worker.notify()
    table.releasePolls()
    await flush()
    expect(table.polls()).toBe(3)
  })

  it('polls when the next work is due, and soon after a poll that failed', async () => {
    const table = createTable()
    const answers = [{ nextInMs: 300 }, new Error('away'), { nextInMs: 5_000 }, { nextInMs: -7 }]
    start(table, {
      async findDueLanes() {
        const answer = answers.shift() ?? {}
        if (answer instanceof Error) throw answer
        return { lanes: ['fast'], ...answer }
      },
    })
    await flush()
    expect(table.sleeps()).toEqual([300])
    table.pass(300)
    await flush()
    expect(table.sleeps()).toEqual([1_000])
    table.pass(1_000)
    await flush()
    expect(table.sleeps()).toEqual([5_000])
    table.pass(5_000)
    await flush()
    expect(table.sleeps()).toEqual([20])
    table.add('fast', 'f1')
    table.pass(20)
    await flush()
    expect(table.started()).toEqual(['f1'])
  })

  it('rests until the next work is due, and polls at its interval only while something runs', async () => {
    const table = createTable()
    const dueIn = [8_000, undefined]
    const worker = start(table, { findNextDueMs: async () => dueIn.shift() })
    await flush()
    expect(table.sleeps()).toEqual([8_000])
    table.add('fast', 'f1')
    worker.notify()
    await flush()
    expect(table.sleeps()).toEqual([1_000])
    table.end('f1')
    table.pass(1_000)
    await flush()
    expect(table.sleeps()).toEqual([15_000])
  })

  it('polls after completions only while a lane may have more, and no more often than it is set to', async () => {
    const table = createTable()
    table.add('fast', 'f1')
    const worker = start(table, { slots: createFixedSlots(4), pollAfterCompletions: 3 })
    await flush()
    table.end('f1')
    await flush()
    expect(table.polls()).toBe(1)
    table.add('fast', ...Array.from({ length: 9 }, (_, index) => `g${index}`))
    worker.notify()
    await flush()
    const before = table.polls()
    table.end('g0')
    table.end('g1')
    await flush()
    expect(table.polls()).toBe(before)
    table.end('g2')
    await flush()
    expect(table.polls()).toBe(before + 1)
  })

  it('gives what runs its grace when it stops, and gives back the rest as it was recorded last', async () => {
    const table = createTable()
    table.add('fast', 'f1', 'f2')
    const worker = start(table)
    await flush()
    const stopped = worker.stop(5_000)
    await flush()
    expect(table.signalOf('f1')?.aborted).toBe(false)
    table.add('fast', 'f3')
    worker.notify()
    table.end('f1')
    await flush()
    table.pass(5_000)
    await stopped
    expect(table.started()).toEqual(['f1', 'f2'])
    expect(table.log.filter((line) => !line.startsWith('poll'))).toEqual(['gave back f2 of version 2'])
    expect(table.sleeps()).toEqual([])
  })

  it('stops at once when nothing runs', async () => {
    const table = createTable()
    const worker = start(table)
    await flush()
    await worker.stop(5_000)
    expect(table.sleeps()).toEqual([])
  })

  it('frees the slot of work that failed, and hands on its error', async () => {
    const table = createTable()
    table.add('fast', 'f1', 'f2', 'f3')
    start(table)
    await flush()
    table.end('f1', new Error('broken'))
    await flush()
    expect(table.log).toContain('failed f1: broken')
    expect(table.started()).toContain('f3')
  })

  it('extends the leases of what runs, as it was recorded last, until that has ended', async () => {
    const table = createTable()
    const extended: Row[][] = []
    table.add('fast', 'f1')
    const extend = async (held: readonly Row[]) => {
      extended.push([...held])
      throw new Error('away')
    }
    const worker = start(table, { extension: { everyMs: 400, extend } })
    await flush()
    table.pass(400)
    table.pass(400)
    expect(extended).toEqual([[{ id: 'f1', lane: 'fast', version: 2 }], [{ id: 'f1', lane: 'fast', version: 2 }]])
    const stopped = worker.stop(5_000)
    await flush()
    table.pass(400)
    expect(extended).toHaveLength(3)
    table.end('f1')
    await stopped
    expect(table.sleeps()).toEqual([])
  })
})
