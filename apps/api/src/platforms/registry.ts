import type { Platform } from '@powerpost/contract'
import type { PlatformAdapter, PlatformRegistry } from './port.ts'

export interface PlatformAdapters {
  /** Of each real platform; undefined: it is not configured, or has no folder yet. One that is missing does not compile. */
  readonly platforms: { readonly [Name in Platform]: PlatformAdapter<Name> | undefined }
  readonly sandbox: PlatformAdapter
  readonly sandboxConnector: PlatformRegistry['sandboxConnector']
}

/** The adapters that this server has. */
export function createPlatformRegistry({ platforms, ...sandbox }: PlatformAdapters): PlatformRegistry {
  return { find: (platform) => platforms[platform], ...sandbox }
}
