import type { SentEvent } from '#shared/event-stream.ts'
import { sendEventStream, signalEndOf } from '#shared/event-stream.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import type { Logger } from '#shared/logger.ts'
import type { StartTimer } from '#shared/timer.ts'
import { LAST_EVENT_ID_HEADER } from '@powerpost/contract'
import type { Response } from 'express'
import type { WatchOptions } from './watch-run.ts'

export interface SendDependencies {
  readonly startTimer: StartTimer
  readonly logger: Logger
}

interface SendOptions {
  readonly res: Response
  readonly params: { readonly id: string }
  readonly headers: { readonly [LAST_EVENT_ID_HEADER]?: string | undefined }
  readonly watch: (options: WatchOptions) => Promise<AsyncIterable<SentEvent>>
}

/** Answers with the events of a subject, for as long as somebody reads them. */
export async function sendRunEvents(
  { startTimer, logger }: SendDependencies,
  { res, params: { id }, headers, watch }: SendOptions,
) {
  const signal = signalEndOf(res)
  const principal = workspacePrincipalOf(res)
  const events = await watch({ principal, id, lastEventId: headers[LAST_EVENT_ID_HEADER], signal })
  const onError = (err: unknown) => logger.warn({ err, subject_id: id }, 'a stream of events broke off')
  await sendEventStream(res, { events, startTimer, onError })
  return { status: 200, body: undefined } as const
}
