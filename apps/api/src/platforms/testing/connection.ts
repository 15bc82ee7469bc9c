import type { OpenConnection } from '../port.ts'
import { PublishError } from '../port.ts'

/** A connection that tests hold in hand. */
export interface TestConnection extends OpenConnection {
  /** The tokens that were refused, in their order. */
  readonly refused: readonly string[]
}

/**
 * A connection whose tokens are given one after the other, whenever one is refused. After the last one only a person could
 * bring it back.
 */
export function createTestConnection(tokens: readonly string[], platformAccountId = '4711'): TestConnection {
  const refused: string[] = []
  const current = () => {
    const token = tokens[refused.length]
    if (token === undefined) throw new PublishError('reconnect', 'The account has to be connected again.')
    return token
  }
  return {
    accountId: 'account-1',
    platformAccountId,
    displayName: '@powerpost',
    accountKind: 'profile',
    signInPlatform: 'x',
    refused,
    accessToken: async () => current(),
    async replaceToken(token) {
      refused.push(token)
      return current()
    },
  }
}
