export { deletionOf } from './change.ts'
export type { Change, Exchange } from './change.ts'
export { createMutate, createWithAccess } from './mutate.ts'
export type { Mutate, WithAccess } from './mutate.ts'
