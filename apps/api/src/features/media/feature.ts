import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import type { Waker } from '#jobs/waker.ts'
import type { Metrics } from '#shared/metrics.ts'
import { inspectFile } from './inspect/index.ts'
import type { MediaLinks } from './media-links.ts'
import { purgeMedia } from './purge-media.ts'
import { createRenditionMaker } from './renditions/maker.ts'
import { createRenditionRoutes } from './renditions/routes.ts'
import type { Scratch } from './renditions/scratch.ts'
import type { MediaDependencies } from './routes.ts'
import { createMediaRoutes } from './routes.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { createThumbnailer } from './thumbnails/thumbnailer.ts'

const SWEEP_EVERY_MS = 10 * 60_000
/** No rendition is made for longer. */
const SCRATCH_SECONDS = 3600

interface MediaParts extends Omit<MediaDependencies, 'links' | 'inspect' | 'thumbnailer'> {
  readonly waker: Waker
  readonly metrics: Metrics
  readonly scratch: Scratch
  readonly mediaLinks: MediaLinks
  /** Absent: there is none on this machine. */
  readonly ffmpeg: string | undefined
}

/** The files of a workspace. */
export function createMedia(parts: MediaParts) {
  const { mediaLinks: links, waker, scratch } = parts
  const maker = createRenditionMaker({ ...parts, inspect: inspectFile })
  waker.on('renditions', maker.notify)
  return {
    routes: {
      renditions: createRenditionRoutes({ ...parts, links }),
      media: createMediaRoutes({ ...parts, links, inspect: inspectFile, thumbnailer: createThumbnailer(parts) }),
    },
    loops: [maker],
    sweeps: [
      { name: 'sweeping uploads', everyMs: SWEEP_EVERY_MS, work: () => sweepUploads(parts) },
      { name: 'sweeping scratch files', everyMs: SWEEP_EVERY_MS, work: () => scratch.sweep(SCRATCH_SECONDS) },
    ],
    purgeInBatches: (workspace: DeletedWorkspace) => purgeMedia(parts, workspace),
  } satisfies Feature
}
