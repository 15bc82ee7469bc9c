/** Vendors mean one to six minutes, and say that it may be more when they are busy. */
const LIMIT_SECONDS = 30 * 60

/** A job that its vendor has not finished by then is given up. */
export function failsAt(submittedAt: Date): Date {
  return new Date(submittedAt.getTime() + LIMIT_SECONDS * 1000)
}

/** A job that its vendor still does not know by then will not be found. */
const LOST_SECONDS = 5 * 60

export function isLost(submittedAt: Date, now: Date): boolean {
  return now.getTime() - submittedAt.getTime() >= LOST_SECONDS * 1000
}

/** How long until a job is looked at again: nobody is faster than half a minute, and what takes long may take longer. */
export function nextLookSeconds(submittedAt: Date, now: Date): number {
  return now.getTime() - submittedAt.getTime() < 120_000 ? 5 : 15
}
