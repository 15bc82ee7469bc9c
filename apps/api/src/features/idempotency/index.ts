export { createAnswerOnce, createFindKeptAnswer } from './answer-once.ts'
export type { AnswerOnce, FindKeptAnswer } from './answer-once.ts'
export { sweepIdempotencyKeys } from './idempotency-keys.repository.ts'
