import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { inspectFile } from './inspect/index.ts'
import type { MediaLinks } from './media-links.ts'
import { purgeMedia } from './purge-media.ts'
import type { MediaDependencies } from './routes.ts'
import { createMediaRoutes } from './routes.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { createThumbnailer } from './thumbnails/thumbnailer.ts'

const SWEEP_EVERY_MS = 10 * 60_000

interface MediaParts extends Omit<MediaDependencies, 'links' | 'inspect' | 'thumbnailer'> {
  readonly mediaLinks: MediaLinks
  /** Absent: there is none on this machine. */
  readonly ffmpeg: string | undefined
}

/** The files of a workspace. */
export function createMedia(parts: MediaParts) {
  const { mediaLinks: links } = parts
  return {
    routes: {
      media: createMediaRoutes({ ...parts, links, inspect: inspectFile, thumbnailer: createThumbnailer(parts) }),
    },
    sweeps: [{ name: 'sweeping uploads', everyMs: SWEEP_EVERY_MS, work: () => sweepUploads(parts) }],
    purgeInBatches: (workspace: DeletedWorkspace) => purgeMedia(parts, workspace),
  } satisfies Feature
}
