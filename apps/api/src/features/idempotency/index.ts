export { createAnswerOnce } from './answer-once.ts'
export type { AnswerOnce, Exchange } from './answer-once.ts'
export { sweepIdempotencyKeys } from './idempotency-keys.repository.ts'
