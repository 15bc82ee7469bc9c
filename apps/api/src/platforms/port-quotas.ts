/** A daily quota of the operator's app at a platform. */
export interface DailyQuota {
  /** As `GET /connections/{id}/limits` shows it. */
  readonly name: string
  /** As the platform counts days, e.g. `2026-12-01`. */
  readonly day: string
  readonly total: number
}

/**
 * Counts what this server has used of the daily quotas of its app, for all accounts of all workspaces together: the platform does not tell
 * how they stand.
 */
export interface QuotaCounter {
  /**
   * Counts what a request costs, before it goes.
   *
   * @returns false when less than that is left: nothing was counted, and the request must not go
   */
  spend(use: DailyQuota & { readonly amount: number }): Promise<boolean>
  /** The platform says that a quota is used up, whatever was counted. */
  exhaust(quota: DailyQuota): Promise<void>
  /** What is used of each quota on a day, by its name. */
  read(day: string): Promise<ReadonlyMap<string, number>>
}
