export { createAnswerOnce, createFindKeptAnswer } from './answer-once.ts'
export type { AnswerOnce, Exchange, FindKeptAnswer } from './answer-once.ts'
export { sweepIdempotencyKeys } from './idempotency-keys.repository.ts'
