import type { Config } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { RunFeed } from '#features/runs/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { ImageModels } from '#image-models/registry.ts'
import type { Jobs } from '#features/jobs.ts'
import type { JobQueue } from '#jobs/queue.ts'
import type { TextModel } from '#models/port.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Logger } from '#shared/logger.ts'
import type { StartTimer } from '#shared/timer.ts'
import type { Storage } from '#storage/port.ts'

/** What stands behind the ports, picked once for the whole process. */
export interface Parts {
  readonly config: Config
  readonly keyring: Keyring
  readonly logger: Logger
  readonly clock: Clock
  readonly startTimer: StartTimer
  readonly database: DatabaseHandle
  readonly queue: JobQueue<Jobs>
  readonly storage: Storage
  /** The server's own address. */
  readonly publicUrl: () => string
  /** Makes links by which media are read without a key. */
  readonly mediaLinks: MediaLinks
  /** Tells the listeners of a workspace what happens. */
  readonly recordEvent: RecordEvent
  /** Those who watch runs in this process. */
  readonly feed: RunFeed
  readonly model: TextModel
  readonly imageModels: ImageModels
  /** Draws in the sandbox, and wherever the settings name no vendor. */
  readonly builtInImageModel: ImageModel
  readonly platforms: PlatformRegistry
  /** Absent: there is none on this machine. */
  readonly ffmpeg: string | undefined
}
