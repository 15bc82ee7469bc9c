import { createHash, randomBytes } from 'node:crypto'
import type { Keyring } from '#shared/keyring.ts'
import { z } from 'zod'

/** What a person is sent to a platform with, and what is kept back until they return. */
export interface RequestSecrets {
  /** Names the request to us, and to nobody else. */
  readonly state: string
  /** RFC 7636: proves that the process that asks for the tokens is the one that sent the person. */
  readonly codeVerifier: string
}

const schema: z.ZodType<RequestSecrets> = z.object({ state: z.string(), codeVerifier: z.string() })

/** 256 bits each: RFC 7636 recommends as many, which are 43 characters. */
const BYTES = 32

export function makeSecrets(): RequestSecrets {
  return { state: makeToken(), codeVerifier: makeToken() }
}

/** What nobody can guess. */
export function makeToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** What a request is found by: of no use without the `state`, or the token of the page, itself. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

interface Place {
  readonly keyring: Keyring
  readonly requestId: string
}

export function sealSecrets(secrets: RequestSecrets, { keyring, requestId }: Place): string {
  return keyring.seal(JSON.stringify(secrets), contextOf(requestId))
}

export function openSecrets(sealed: string, { keyring, requestId }: Place): RequestSecrets {
  return schema.parse(JSON.parse(keyring.open(sealed, contextOf(requestId))))
}

function contextOf(requestId: string): string {
  return `secrets of connection request ${requestId}`
}
