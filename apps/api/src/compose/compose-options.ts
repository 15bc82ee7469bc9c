import type { Config } from '#config/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { StyleReader, TextModel } from '#models/port.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import type { RenderingVideoModel } from '#video-models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { StartTimer } from '#shared/timer.ts'
import type { StartPhase } from '#start/report-phases.ts'

export interface ComposeOptions {
  readonly config: Config
  readonly logger: Logger
  /** @default nothing is counted */
  readonly metrics?: Metrics | undefined
  /** The server's own address. */
  readonly publicUrl: () => string
  /** The database ended by itself: the process cannot go on. */
  readonly onDatabaseCrash: (error: Error) => void
  /** Called as each part of the start begins. */
  readonly onPhase?: (phase: StartPhase) => void
  readonly clock?: Clock
  readonly startTimer?: StartTimer
  readonly model?: TextModel
  readonly styleReader?: StyleReader
  /** Draws whatever the settings name no vendor for. @default the built-in model */
  readonly builtInImageModel?: ImageModel
  /** Makes videos wherever the settings name no vendor. @default the built-in model */
  readonly builtInVideoModel?: RenderingVideoModel
  readonly platforms?: PlatformRegistry
  /** Keys that an address may get wrong in a minute. @default FAILURES_PER_MINUTE */
  readonly failuresPerMinute?: number
  /** Requests without a key that an address may make in a minute. @default KEYLESS_PER_MINUTE */
  readonly keylessPerMinute?: number
}
