import { findConnectionNames } from '../connection-accounts.repository.ts'
import { chooseAccounts } from './choose-accounts.ts'
import type { StoredRequest } from './connection-requests.repository.ts'
import { findRequestByPageToken } from './connection-requests.repository.ts'
import type { FinishDependencies, MutateAs } from './finish-authorization.ts'
import { ASK_FOR_ANOTHER, explainRefusal, toLinkPrincipal } from './link-access.ts'
import { statusOf } from './present-request.ts'
import { hashToken } from './request-secrets.ts'
import type { Choice } from './sealed-choices.ts'
import { openChoices } from './sealed-choices.ts'

/** What the page of a choice shows. */
export type ChoicePage =
  | {
      readonly status: 'choosing'
      readonly request: StoredRequest
      readonly token: string
      readonly choices: readonly Choice[]
    }
  | { readonly status: 'connected'; readonly request: StoredRequest; readonly names: readonly string[] }
  | { readonly status: 'refused'; readonly request?: StoredRequest; readonly why: string }

/** What a person sees who opens the page. Changes nothing. */
export async function findChoicePage(
  { db, clock, keyring }: Pick<FinishDependencies, 'db' | 'clock' | 'keyring'>,
  token: string | undefined,
): Promise<ChoicePage> {
  const request = token === undefined ? undefined : await findRequestByPageToken(db, hashToken(token))
  if (!request || token === undefined)
    return { status: 'refused', why: `This page was not made by this server. ${ASK_FOR_ANOTHER}` }
  const status = statusOf(request, clock.now())
  if (status === 'connected') {
    return { status, request, names: await findConnectionNames(db, request.connection_ids ?? []) }
  }
  if (status !== 'choosing' || request.choices === null)
    return { status: 'refused', request, why: `The time to choose is over. ${ASK_FOR_ANOTHER}` }
  return { status, request, token, choices: openChoices(request.choices, { keyring, requestId: request.id }) }
}

interface ChooseOptions {
  readonly page: Extract<ChoicePage, { status: 'choosing' }>
  readonly choiceIds: readonly string[]
  readonly mutateAs: MutateAs
}

/** Connects what a person chose on the page, with the access of the key that asked for the link. */
export async function chooseOnPage(
  dependencies: FinishDependencies,
  { page: { request, token, choices }, choiceIds, mutateAs }: ChooseOptions,
): Promise<ChoicePage> {
  const principal = toLinkPrincipal(request)
  const known = choiceIds.filter((id) => choices.some(({ choiceId }) => choiceId === id))
  try {
    await mutateAs(principal, async (trx) => ({
      body: await chooseAccounts(trx, dependencies, { principal, id: request.id, choiceIds: known }),
    }))
  } catch (err) {
    return { status: 'refused', request, why: explainRefusal(err) }
  }
  return findChoicePage(dependencies, token)
}
