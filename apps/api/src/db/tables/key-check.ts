import type { Generated } from 'kysely'

/** At most one row: a known text under the server's encryption key. */
export interface KeyCheckTable {
  singleton: Generated<boolean>
  sealed: string
}
