import type { VideoVendor } from '#video-models/vendors/spec.ts'
import { fal } from './fal.ts'
import { replicate } from './replicate.ts'
import { runway } from './runway.ts'
import type { VideoWire } from './wire.ts'

export const VIDEO_WIRES: Readonly<Record<VideoVendor, VideoWire>> = { fal, runway, replicate }
