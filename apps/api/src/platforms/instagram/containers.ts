import { PlatformError } from '../port.ts'
import type { StepOptions } from '../port.ts'
import { isGood, readJson } from '../meta/index.ts'
import type { AccountApi } from './api.ts'
import type { Container } from './checkpoint.ts'
import type { Delivery } from './container-fields.ts'
import { PATHS } from './endpoints.ts'
import { INSTAGRAM_ERROR_RULES } from './error-rules.ts'
import { pollAfter } from './limits.ts'
import type { ContainerStatus } from './wire.ts'
import { containerSchema, createdSchema } from './wire.ts'

/**
 * Makes a container. One that is made twice leaves one behind that nobody sees, and that expires in a day.
 *
 * @throws PlatformError
 */
export async function createContainer(
  { api, account }: AccountApi,
  { form, delivery = 'fetched' }: { readonly form: Readonly<Record<string, string>>; readonly delivery?: Delivery },
  options: StepOptions,
): Promise<Container> {
  const request = { method: 'POST', path: PATHS.containers(account), form } as const
  const { id } = await api.ask(createdSchema, request, options)
  return { id, state: delivery === 'sent' ? 'uploading' : 'processing', polls: 0 }
}

/** What Instagram says of a container, and when it said so by its own clock. */
export interface AskedContainer {
  readonly status: ContainerStatus
  readonly at: Date | undefined
}

/** @throws PlatformError */
export async function askContainer(
  { api }: AccountApi,
  id: string,
  options: StepOptions,
  fields = 'status_code,status',
): Promise<AskedContainer> {
  const answer = await api.send({ method: 'GET', path: PATHS.node(id), query: { fields } }, options)
  if (!isGood(answer)) throw api.errors.toFailure(answer)
  const status = containerSchema.parse(readJson(answer))
  const at = Date.parse(answer.headers['date'] ?? '')
  return { status, at: Number.isNaN(at) ? undefined : new Date(at) }
}

/** How far a container is after it was asked for, and after how many seconds to ask again. */
export interface PolledContainer extends AskedContainer {
  readonly container: Container
  readonly waitSeconds?: number
}

/**
 * Asks whether Instagram is done with a container.
 *
 * @throws PlatformError when it failed or expired
 */
export async function pollContainer(
  accountApi: AccountApi,
  container: Container,
  options: StepOptions,
): Promise<PolledContainer> {
  const asked = await askContainer(accountApi, container.id, options)
  const { status_code, status } = asked.status
  switch (status_code) {
    case 'FINISHED':
    case 'PUBLISHED':
      return { ...asked, container: { ...container, state: 'done' } }
    case 'IN_PROGRESS': {
      const polls = container.polls + 1
      return { ...asked, container: { ...container, polls }, waitSeconds: pollAfter(container.polls) }
    }
    case 'EXPIRED':
      throw new PlatformError('restart', 'Instagram no longer has the media.', { platformError: 'EXPIRED' })
    case 'ERROR':
      throw toContainerFailure(status)
  }
}

/** Why Instagram is not done with a container and never will be: `status` ends with a subcode. */
function toContainerFailure(status = ''): PlatformError {
  const subcode = /\b2207\d{3}\b/.exec(status)?.[0]
  const platformError = subcode ?? 'ERROR'
  const rule = INSTAGRAM_ERROR_RULES.find((one) => subcode !== undefined && one.subcode === Number(subcode))
  if (rule?.failure === 'never') {
    return new PlatformError('never', rule.message.replaceAll('$name', 'Instagram'), { platformError })
  }
  const message =
    rule?.failure === 'restart'
      ? rule.message.replaceAll('$name', 'Instagram')
      : 'Instagram could not process the media: they may be damaged, or in a format that it does not accept.'
  return new PlatformError('restart', message, { platformError })
}
