import type { Trx } from '#db/types.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { ConnectionRequest } from '@powerpost/contract'
import type { StoredRequest } from './connection-requests.repository.ts'
import { lockRequest, updateRequest } from './connection-requests.repository.ts'
import { connectorOf } from './connector-of.ts'
import type { ConnectorDependencies } from './connector-of.ts'
import { noSuchRequest, statusOf, toConnectionRequest } from './present-request.ts'
import type { SaveDependencies } from './save-account.ts'
import { saveAccount } from './save-account.ts'
import type { Choice } from './sealed-choices.ts'
import { openChoices } from './sealed-choices.ts'

export interface ConnectDependencies extends SaveDependencies, ConnectorDependencies {}

interface ChooseOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly choiceIds: readonly string[]
}

/**
 * Connects the chosen accounts of a sign-in, all or none.
 *
 * @throws AppError NOT_FOUND; CONFLICT when there is nothing to choose, or not any more; VALIDATION_ERROR for an unknown choice
 */
export async function chooseAccounts(
  trx: Trx,
  dependencies: ConnectDependencies,
  { principal, id, choiceIds }: ChooseOptions,
): Promise<ConnectionRequest> {
  const { clock, keyring } = dependencies
  const request = await lockRequest(trx, principal, id)
  if (!request) throw noSuchRequest()
  const status = statusOf(request, clock.now())
  if (status !== 'choosing' || request.choices === null) throw new AppError('CONFLICT', WHY_NOT[status])
  const choices = openChoices(request.choices, { keyring, requestId: request.id })
  const chosen = new Map(choiceIds.map((choiceId, index) => [choiceId, findChoice(choices, choiceId, index)]))
  const connected = await connectAccounts(trx, dependencies, { request, principal, accounts: [...chosen.values()] })
  return toConnectionRequest(dependencies, connected)
}

const WHY_NOT: Readonly<Record<ConnectionRequest['status'], string>> = {
  waiting: 'Nobody has signed in yet: wait until the status is choosing.',
  choosing: 'The accounts of this sign-in are gone. Request a new link.',
  connected: 'The accounts of this sign-in were already chosen.',
  failed: 'The sign-in failed. Request a new link.',
  expired: 'The sign-in has expired. Request a new link.',
}

function findChoice(choices: readonly Choice[], choiceId: string, index: number): Choice {
  const choice = choices.find((candidate) => candidate.choiceId === choiceId)
  if (!choice) throw invalidField(`choice_ids[${index}]`, 'is not one of the choices of this sign-in')
  return choice
}

interface AccountsOptions {
  readonly request: StoredRequest
  readonly principal: WorkspacePrincipal
  readonly accounts: readonly Choice[]
}

/** Connects accounts of a sign-in, and ends its request: the tokens of all others are forgotten. */
export async function connectAccounts(
  trx: Trx,
  dependencies: ConnectDependencies,
  { request, principal, accounts }: AccountsOptions,
): Promise<StoredRequest> {
  const { renewal } = connectorOf(dependencies, request)
  const ids: string[] = []
  for (const account of accounts) {
    const { id } = await saveAccount(trx, dependencies, { request, principal, account, renewal })
    ids.push(id)
  }
  return updateRequest(trx, request.id, { status: 'connected', connection_ids: ids, choices: null })
}
