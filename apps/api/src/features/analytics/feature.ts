import type { Feature } from '#features/feature.ts'
import { findConnectionById } from '#features/connections/index.ts'
import { laneOf } from '#features/pauses/index.ts'
import type { Waker } from '#jobs/waker.ts'
import type { MetricsReader, PlatformRegistry } from '#platforms/port.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { Platform } from '@powerpost/contract'
import { PLATFORMS } from '@powerpost/contract'
import { createCollector } from './collect/collector.ts'
import type { CollectDependencies } from './collect/read-items.ts'
import { sweepMetrics } from './collect/sweep-metrics.ts'
import { createAnalyticsRoutes } from './routes.ts'

const SWEEP_EVERY_MS = 6 * 3_600_000

interface AnalyticsParts extends CollectDependencies {
  readonly platforms: PlatformRegistry
  readonly waker: Waker
  readonly metrics: Metrics
  /** The platforms whose metrics the operator has collected. */
  readonly collectedPlatforms: readonly Platform[]
}

/** What platforms count of posted items. */
export function createAnalytics(parts: AnalyticsParts) {
  const { db, platforms, waker, collectedPlatforms } = parts
  const readers = listReaders(platforms, collectedPlatforms)
  const collector = createCollector({ ...parts, readers })
  waker.on('item_metrics', collector.notify)
  return {
    routes: {
      analytics: createAnalyticsRoutes({
        ...parts,
        async isCollected({ connection_id, platform, livemode }) {
          const connection = connection_id === null ? undefined : await findConnectionById(db, connection_id)
          return readers.has(laneOf(connection ?? { platform, livemode, sandbox: false }))
        },
      }),
    },
    loops: [collector],
    sweeps: [{ name: 'sweeping metrics', everyMs: SWEEP_EVERY_MS, work: () => sweepMetrics(parts) }],
  } satisfies Feature
}

function listReaders(platforms: PlatformRegistry, collected: readonly Platform[]) {
  const readers = new Map<Platform | 'sandbox', MetricsReader>()
  if (platforms.sandbox.metrics) readers.set('sandbox', platforms.sandbox.metrics)
  for (const platform of PLATFORMS) {
    const reader = collected.includes(platform) ? platforms.find(platform)?.metrics : undefined
    if (reader) readers.set(platform, reader)
  }
  return readers
}
