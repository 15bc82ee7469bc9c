import { createInspectFile, type InspectFile } from './inspect-file.ts'

/** Looks at files, two at a time, at most 30 seconds each. */
export const inspectFile: InspectFile = createInspectFile()

export { createInspectFile }
export type { InspectFile }
export type { InspectorOptions } from './inspect-file.ts'
export { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
export { limitByKind } from './limit-by-kind.ts'
export type { InspectedImage, InspectedMedia, InspectedVideo, Rotation } from './media-facts.ts'
