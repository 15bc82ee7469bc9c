export { createQuotaCounter } from './create-quota-counter.ts'
export { createQuotas } from './feature.ts'
