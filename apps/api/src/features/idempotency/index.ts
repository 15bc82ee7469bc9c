export { createIdempotency } from './feature.ts'
export { sweepIdempotencyKeys } from './idempotency-keys.repository.ts'
export { createAnswerOnce, createFindKeptAnswer } from './answer-once.ts'
export type { AnswerOnce, FindKeptAnswer } from './answer-once.ts'
