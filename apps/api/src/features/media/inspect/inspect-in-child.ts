import { ChildError, runChild } from '#shared/run-child.ts'
import { type ChildMessage, childMessageSchema } from './child-messages.ts'
import { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
import type { InspectedMedia } from './media-facts.ts'

const PROGRAM = { entry: new URL('./inspect-child.ts', import.meta.url), maxHeapMb: 256, loadsNativeCode: true }

/**
 * Inspects one file in a process of its own: a native decoder that crashes ends that process, never this one.
 *
 * @param options.timeoutMs milliseconds, from when the process is ready; it may take as long to start
 * @throws UnsupportedMediaError, InspectionFailedError, or the signal's reason
 */
export async function inspectInChild(
  path: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<InspectedMedia> {
  const limits = { ...options, startTimeoutMs: options.timeoutMs }
  const answer = await runChild({ ...PROGRAM, ...limits, arguments: [path] }).catch((error: unknown) => {
    throw error instanceof ChildError ? explain(error) : error
  })
  const parsed = childMessageSchema.safeParse(answer)
  if (!parsed.success) throw new InspectionFailedError('the process answered nonsense')
  return readMessage(parsed.data)
}

function explain(cause: ChildError): Error {
  switch (cause.failure) {
    case 'not_started':
      return new InspectionFailedError('the process ended before it began', { cause })
    case 'died':
      return new UnsupportedMediaError('The file cannot be decoded.', { cause })
    case 'too_long':
      return new InspectionFailedError('the file took too long', { cause })
  }
}

function readMessage(message: ChildMessage): InspectedMedia {
  if (message.type === 'inspected') return toMedia(message.media)
  const cause = new Error(message.detail)
  throw message.type === 'unsupported'
    ? new UnsupportedMediaError(message.publicMessage, { cause })
    : new InspectionFailedError('the inspection could not be made', { cause })
}

function toMedia(media: Extract<ChildMessage, { type: 'inspected' }>['media']): InspectedMedia {
  if (media.kind !== 'image') return media
  const { replacement, original, ...facts } = media
  return {
    ...facts,
    ...(replacement !== undefined && { replacement: Buffer.from(replacement, 'base64') }),
    ...(original && { original }),
  }
}
