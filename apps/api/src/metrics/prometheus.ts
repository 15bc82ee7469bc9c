import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import type { Metrics } from '#shared/metrics.ts'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { readBacklog, readCredits } from './backlog.repository.ts'

/** Counts for Prometheus, and writes them down in its text format. */
export interface PrometheusMetrics extends Metrics {
  readonly contentType: string
  /** @param source absent while there is no database: what is read from it is left out */
  write(source?: { readonly db: Db; readonly clock: Clock }, versions?: readonly EndingVersion[]): Promise<string>
}

/** A version of a platform's API that is used, and ends. */
export interface EndingVersion {
  readonly platform: string
  readonly version: string
  /** Whole days that it still works for; negative after its end. */
  readonly daysLeft: number
}

/** From a cached read to a request that waits for its lock, in seconds. */
const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
/** From a webhook to a slow model, in seconds. */
const WORK_SECONDS = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300]

/** Loaded only where the operator asks for metrics: it measures the event loop by a timer. */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'powerpost_http_request_duration_seconds',
    help: 'Requests by operation of the API (`none`: a page or an unknown path) and status (`aborted`: the client left).',
    labelNames: ['operation', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  const work = new Histogram({
    name: 'powerpost_work_duration_seconds',
    help: 'Attempts at jobs, publishing steps and webhook deliveries by end. `lost`: another process had taken over the lease.',
    labelNames: ['kind', 'end'],
    buckets: WORK_SECONDS,
    registers,
  })
  const modelCalls = new Histogram({
    name: 'powerpost_model_call_duration_seconds',
    help: 'Calls of model vendors.',
    labelNames: ['model'],
    buckets: WORK_SECONDS,
    registers,
  })
  const tokens = new Counter({
    name: 'powerpost_model_tokens_total',
    help: 'Tokens of model calls by direction.',
    labelNames: ['model', 'direction'],
    registers,
  })
  const waiting = new Gauge({
    name: 'powerpost_queue_waiting',
    help: 'Work that is due and not done, by queue. The same in all processes: it is read from the database.',
    labelNames: ['queue'],
    registers,
  })
  const oldest = new Gauge({
    name: 'powerpost_queue_oldest_seconds',
    help: 'For how long the oldest work of a queue has been due.',
    labelNames: ['queue'],
    registers,
  })
  const credits = new Gauge({
    name: 'powerpost_credits_balance',
    help: 'Credits of all accounts together.',
    registers,
  })

  const versionDays = new Gauge({
    name: 'powerpost_platform_version_days_left',
    help: "Days until the version of a platform's API that is used ends; negative after its end. Of platforms that are set up, and versions whose end is known.",
    labelNames: ['platform', 'version'],
    registers,
  })

  async function readDatabase({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
    const [backlog, balance] = await Promise.all([readBacklog(db, clock.now()), readCredits(db)])
    waiting.reset()
    oldest.reset()
    for (const queue of backlog) {
      waiting.set({ queue: queue.queue }, queue.waiting)
      oldest.set({ queue: queue.queue }, queue.oldestSeconds)
    }
    credits.set(balance)
  }

  return {
    contentType: registry.contentType,
    countRequest({ operation = 'none', status, seconds }) {
      requests.observe({ operation, status: status ?? 'aborted' }, seconds)
    },
    countWork: ({ kind, end, seconds }) => work.observe({ kind, end }, seconds),
    countModelCall({ model, inputTokens, outputTokens, seconds }) {
      modelCalls.observe({ model }, seconds)
      tokens.inc({ model, direction: 'input' }, inputTokens)
      tokens.inc({ model, direction: 'output' }, outputTokens)
    },
    async write(source, versions = []) {
      versionDays.reset()
      for (const { platform, version, daysLeft } of versions) versionDays.set({ platform, version }, daysLeft)
      if (source) await readDatabase(source)
      return registry.metrics()
    },
  }
}
