import type { AccountCapabilities, ChoiceName, Platform, PlatformChoice } from '@powerpost/contract'
import type { Connector, SandboxConnector } from './port-connector.ts'
import type { MetricsReader } from './port-metrics.ts'
import type { DeclaredCapabilities, PlatformLimit, Publisher, StepOptions } from './port-publisher.ts'

export * from './port-account.ts'
export * from './port-connection.ts'
export * from './port-connector.ts'
export * from './port-failures.ts'
export * from './port-item.ts'
export * from './port-metrics.ts'
export * from './port-publisher.ts'
export * from './port-quotas.ts'

/** Asks for all choices of a list, in the order of the platform: of several pages, at most as many as `CHOICE_LIMITS` keeps. */
type AskForChoices = (options: StepOptions) => Promise<readonly PlatformChoice[]>

/**
 * A platform as this server speaks to it: a folder of its own.
 *
 * @typeParam Name the platform: its publisher gets its own post types and options, and no others
 */
export interface PlatformAdapter<Name extends Platform = Platform> {
  readonly capabilities: DeclaredCapabilities
  readonly publisher: Publisher<Name>
  /** Absent on the sandbox, which has one for each platform. */
  readonly connector?: Connector
  /**
   * Asks what holds for one account, where that differs from the platform's rules: its longest video, who may see a post. It is kept
   * with the connection, and asked again when it is older than an hour. Absent where a platform says nothing of the kind.
   */
  describeAccount?(options: StepOptions): Promise<AccountCapabilities>
  /**
   * Asks how the quotas of one account stand. It is kept with the connection, and asked again when it is older than five minutes. Absent
   * where a platform says it only in its answers: `reportLimits`.
   */
  describeLimits?(options: StepOptions): Promise<readonly PlatformLimit[]>
  /** Present where this server counts the limits itself: `describeLimits` asks no platform, and is called each time. */
  readonly countsLimits?: true
  /**
   * Asks for a list that only the platform knows, such as the playlists of an account: one function for each name that
   * `PLATFORM_CHOICES` of the contract has for the platform. An answer is kept with the connection, and asked for again when it is older
   * than five minutes. What is thrown is a `PlatformError` as in a step; anything else counts as a platform that cannot be reached.
   */
  readonly choices?: Readonly<Partial<Record<ChoiceName, AskForChoices>>>
  /** Reads views, likes and the like of posts. Absent where a platform gives none. */
  readonly metrics?: MetricsReader
}

/** The adapters there are. */
export interface PlatformRegistry {
  /** Of a real platform. Absent: it is not configured, or has no folder yet. */
  find(platform: Platform): PlatformAdapter | undefined
  /** Publishes to nothing, for every platform. */
  readonly sandbox: PlatformAdapter
  /** Acts as the sign-in of a platform, with accounts that publish to nothing. */
  sandboxConnector(platform: Platform): SandboxConnector
}
