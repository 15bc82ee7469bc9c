import { AppError } from '#shared/app-error.ts'

/** @throws AppError INSUFFICIENT_CREDITS when something costs more than its caller wants to pay */
export function assertWithinMaxCredits(price: number, maxCredits: number | undefined): void {
  if (maxCredits === undefined || price <= maxCredits) return
  throw new AppError('INSUFFICIENT_CREDITS', `This costs ${price} credits, and max_credits is ${maxCredits}.`)
}
