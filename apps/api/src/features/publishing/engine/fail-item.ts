import type { PostError } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { PublishError } from '#platforms/port.ts'
import { endItem } from './end-item.ts'
import type { PostingItem } from './items.repository.ts'
import { sayPosted } from './thread.ts'
import type { StepContext, StepDependencies } from './step.ts'

type Failing = Pick<StepContext, 'item'> & Partial<Pick<StepContext, 'opened'>>

/** Ends an item that surely was not posted. */
export async function failItem(
  dependencies: StepDependencies,
  { item }: Failing,
  error: Omit<PostError, 'code'> & Partial<Pick<PostError, 'code'>>,
): Promise<undefined> {
  const message = `${sayPosted(item)}${error.message}`
  await endItem(dependencies, { item, end: { status: 'failed', error: { code: 'PUBLISH_FAILED', ...error, message } } })
}

/** Ends an item whose account a person has to reconnect, and its connection. */
export async function failConnection(
  dependencies: StepDependencies,
  { item, opened }: Failing,
  { message: reason, platformError }: PublishError,
): Promise<undefined> {
  const message = `${sayPosted(item)}${reason}`
  const error = { code: 'PUBLISH_FAILED', message, action: 'reconnect', ...platformErrorField(platformError) } as const
  await endItem(dependencies, { item, end: { status: 'failed', error }, ended: opened?.connection })
}

/** Ends an item of which it could not be found out whether it was posted. */
export async function failUnknown(
  dependencies: StepDependencies,
  { item, opened }: Failing,
  cause?: PublishError,
): Promise<undefined> {
  const error = {
    code: 'OUTCOME_UNKNOWN',
    message: `${sayPosted(item)}${unknownMessage(item, opened?.publisher.lookUp !== undefined)}`,
    action: 'check',
    ...platformErrorField(cause?.platformError),
  } as const
  const ended = cause?.failure === 'reconnect' ? opened?.connection : undefined
  await endItem(dependencies, { item, end: { status: 'failed', error }, ended })
}

/** The field of an API error that shows the platform's own code, if there is one. */
export function platformErrorField(platformError: string | undefined): Pick<PostError, 'platform_error'> {
  return platformError === undefined ? {} : { platform_error: platformError }
}

function unknownMessage({ platform }: PostingItem, canLookUp: boolean): string {
  const name = PLATFORM_NAMES[platform]
  const looked = canLookUp ? ', and a look-up did not find out' : ''
  return `${name} did not confirm whether it has the post${looked}. Check there; if the post is not there, retry with { "not_posted": true }. It is not charged.`
}
