import type { OpenConnection } from '../port.ts'

/** Whether a connection is of an organization: it can be read, a member cannot. */
export function isOrganization({ accountKind }: Pick<OpenConnection, 'accountKind'>): boolean {
  return accountKind === 'organization'
}

/** LinkedIn's id (URN) of who posts. */
export function authorOf(connection: Pick<OpenConnection, 'accountKind' | 'platformAccountId'>): string {
  return `urn:li:${isOrganization(connection) ? 'organization' : 'person'}:${connection.platformAccountId}`
}
