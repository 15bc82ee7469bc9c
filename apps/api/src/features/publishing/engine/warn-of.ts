import type { Warning, WarningCode } from '@powerpost/contract'
import type { PostingItem } from './items.repository.ts'

/** A warning of an item. @param message one sentence for the caller */
export function warnOf({ platform }: Pick<PostingItem, 'platform'>, code: WarningCode, message: string): Warning {
  return { code, message, platform }
}
