import { createInspectFile, type InspectFile } from './inspect-file.ts'

/** Looks at files, two at a time, at most 30 seconds each. */
export const inspectFile: InspectFile = createInspectFile()

export { createInspectFile }
export type { InspectFile }
export { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
