/** What one call of a model's vendor cost. */
export interface ModelUsage {
  /** As the vendor names it. */
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
  readonly durationMs: number
}
