export { startFakeVideoVendor } from './fake-video-vendor.ts'
export type { FakeVideoVendor } from './fake-video-vendor.ts'
export type { VideoScript } from './script.ts'
export { SAID } from './wires/wire.ts'
