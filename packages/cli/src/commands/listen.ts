import type { PowerPost, WebhookDelivery, WebhookEventName } from '@powerpost/client'
import { signTestPayload } from '@powerpost/client/webhooks'
import { setTimeout as wait } from 'node:timers/promises'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession, Session } from '../session.ts'
import { commaSeparated } from './options.ts'
import type { Program } from './program-type.ts'

const INTERVAL_MS = 1000

/** Where nobody is: the name is reserved for that (RFC 2606). The server keeps the events, and this program fetches them. */
const NOWHERE = 'https://powerpost-webhooks-listen.invalid/'

/** The events that are listened for unless some are named. */
const EVENTS: readonly WebhookEventName[] = [
  'generation.completed',
  'generation.failed',
  'image_generation.completed',
  'image_generation.failed',
  'post.published',
  'post.failed',
  'post.scheduled',
  'post.updated',
  'connection.expiring',
  'connection.expired',
]

/** `powerpost webhooks listen` */
export function addListenCommand(webhooks: Program, open: OpenSession): void {
  webhooks
    .command('listen')
    .description('Forward events to a URL on this machine, which the server need not reach.')
    .requiredOption('--forward-to <url>', 'where to send them, e.g. http://localhost:8000/webhooks')
    .option('--events <events>', 'only these events, separated by commas', commaSeparated)
    .addHelpText(
      'after',
      `
A temporary, disabled endpoint collects the events; its secret is printed, and signs what is forwarded. It is deleted at the end (Ctrl-C).
` + examples('webhooks listen --forward-to http://localhost:8000/webhooks'),
    )
    .action(async ({ forwardTo, events }) => {
      if (!/^https?:\/\//.test(forwardTo))
        throw usageError(`"${forwardTo}" is no URL.`, 'Write it like http://localhost:8000/webhooks.')
      const session = open()
      const client = await session.workspaceClient()
      const names = (events ?? EVENTS) as WebhookEventName[]
      const { signal } = session
      const endpoint = await client.webhooks.endpoints.create({ url: NOWHERE, events: names }, { signal })
      try {
        await client.webhooks.endpoints.update(endpoint.endpoint_id, { disabled: true }, { signal })
        session.print(
          { endpoint_id: endpoint.endpoint_id, secret: endpoint.secret, events: names },
          () => endpoint.secret,
        )
        session.note('Set POWERPOST_WEBHOOK_SECRET to this. Listening; Ctrl-C ends it.')
        await forward(client, session, { endpointId: endpoint.endpoint_id, secret: endpoint.secret, forwardTo })
      } finally {
        // Without the signal, which may be what ends it.
        await client.webhooks.endpoints.delete(endpoint.endpoint_id)
      }
    })
}

interface Target {
  readonly endpointId: string
  readonly secret: string
  readonly forwardTo: string
}

/** Forwards each event once, oldest first, until the signal. */
async function forward(client: PowerPost, session: Session, target: Target): Promise<never> {
  const { signal } = session
  const seen = new Set<string>()
  for (;;) {
    const fresh: WebhookDelivery[] = []
    // Newest first: what comes after one that was seen was seen too.
    await client.webhooks.deliveries.list({ endpoint_id: target.endpointId }, { signal }).each((delivery) => {
      if (seen.has(delivery.delivery_id)) return false
      fresh.push(delivery)
      return true
    })
    for (const { delivery_id, webhook_id, event } of fresh.toReversed()) {
      seen.add(delivery_id)
      const { payload } = await client.webhooks.deliveries.get(delivery_id, { signal })
      const answer = await send(target, { payload, id: webhook_id, signal })
      const line = { delivery_id, webhook_id, event, answer }
      process.stdout.write(
        session.json ? `${JSON.stringify(line)}\n` : `${printableLine(`${event}  ->  ${answer}  ${webhook_id}`)}\n`,
      )
    }
    await wait(INTERVAL_MS, undefined, { signal })
  }
}

interface Message {
  readonly payload: string
  readonly id: string
  readonly signal: AbortSignal
}

/** The status of the answer, or why there was none. */
async function send({ secret, forwardTo }: Target, { payload, id, signal }: Message): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(await signTestPayload({ payload, secret, id })) }
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
    const response = await fetch(forwardTo, {
      method: 'POST',
      headers,
      body: payload,
      signal: limit,
      redirect: 'manual',
    })
    await response.body?.cancel()
    return String(response.status)
  } catch (error) {
    if (signal.aborted) throw error
    const { cause, message } = error as Error
    return (cause instanceof Error && cause.message) || message
  }
}
