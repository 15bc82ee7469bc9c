// How a vendor of the SDK is called, whatever it makes: text here, pictures in `image-models/ai-sdk/`. Loads the SDK.

export { createBoundedFetch } from './call/bounded-fetch.ts'
export { startCallDeadline } from './call/call-deadline.ts'
export { AnswerTooLargeError, RefusalError } from './failures/faults.ts'
export { readFault } from './failures/read-fault.ts'
export type { ErrorContext } from './failures/to-model-error.ts'
export { toModelError } from './failures/to-model-error.ts'
