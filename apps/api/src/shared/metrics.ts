/** How a piece of work ended. `lost`: another process took it over, so that its result counted for nothing. */
export type WorkEnd = 'completed' | 'failed' | 'lost'

/** Counts what this process does, for the operator's monitoring. Every label comes from a fixed list: nothing of a caller. */
export interface Metrics {
  /** A request that was answered. `operation` is undefined for what is no operation of the contract. */
  countRequest(request: {
    readonly operation: string | undefined
    readonly status: number | undefined
    readonly seconds: number
  }): void
  /** An attempt at a job, or a step of work under a lease. */
  countWork(work: { readonly kind: string; readonly end: WorkEnd; readonly seconds: number }): void
  /** A call of a model's vendor. */
  countModelCall(call: {
    readonly model: string
    readonly inputTokens: number
    readonly outputTokens: number
    readonly seconds: number
  }): void
}

/** Nobody asked for them. */
export const noMetrics: Metrics = { countRequest() {}, countWork() {}, countModelCall() {} }
