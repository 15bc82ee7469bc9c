import type { Grant, PlatformAccount } from '#platforms/port.ts'
import type { Keyring } from '#shared/keyring.ts'
import { accountKindSchema, platformSchema } from '@powerpost/contract'
import { z } from 'zod'

/** An account that waits to be chosen, with its tokens. */
export interface Choice extends PlatformAccount {
  readonly choiceId: string
  readonly grant: Grant
}

const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  expiresAt: z.coerce.date().exactOptional(),
  refreshExpiresAt: z.coerce.date().exactOptional(),
  endsAt: z.coerce.date().exactOptional(),
  scopes: z.array(z.string()),
})

const choicesSchema: z.ZodType<readonly Choice[]> = z.array(
  z.object({
    choiceId: z.string(),
    platform: platformSchema.exactOptional(),
    platformAccountId: z.string(),
    displayName: z.string(),
    kind: accountKindSchema,
    pictureUrl: z.string().exactOptional(),
    grant: grantSchema,
  }),
)

interface SignedIn {
  readonly grant: Grant
  readonly accounts: readonly PlatformAccount[]
}

/** The accounts of a sign-in, each with the tokens that it is published to by. */
export function toChoices({ grant, accounts }: SignedIn): Choice[] {
  return accounts.map((account, index) => ({ grant, ...account, choiceId: String(index + 1) }))
}

interface Place {
  readonly keyring: Keyring
  readonly requestId: string
}

/** Choices as they are stored: of no use in the row of another request. */
export function sealChoices(choices: readonly Choice[], { keyring, requestId }: Place): string {
  return keyring.seal(JSON.stringify(choices), contextOf(requestId))
}

export function openChoices(sealed: string, { keyring, requestId }: Place): readonly Choice[] {
  return choicesSchema.parse(JSON.parse(keyring.open(sealed, contextOf(requestId))))
}

function contextOf(requestId: string): string {
  return `choices of connection request ${requestId}`
}
