import type { VideoVendor } from '../spec.ts'
import type { VideoVendorAdapter } from './adapter.ts'
import { fal } from './fal.ts'
import { replicate } from './replicate.ts'
import { runway } from './runway.ts'

export type { Asked } from './adapter.ts'

/** Every vendor: one that is missing does not compile. */
export const VIDEO_VENDORS: Record<VideoVendor, VideoVendorAdapter> = { fal, runway, replicate }
