import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { WebhookEvent } from '@powerpost/contract'
import { webhookEventSchema } from '@powerpost/contract'

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  readonly path: string
  readonly headers: Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>
  /** Byte for byte. */
  readonly body: string
  readonly event: WebhookEvent
  /** In milliseconds, of a clock that nobody moves. */
  readonly at: number
}

/** Answers a webhook that was stored already; one that never ends the response hangs. */
export type Behaviour = (response: ServerResponse, received: ReceivedWebhook) => void

/** Somebody's server that webhooks are sent to: it stores each, and then does what a test tells it. */
export interface WebhookReceiver {
  readonly received: readonly ReceivedWebhook[]
  urlOf(path: string): string
  /** What it does from now on. It begins with answering 200. */
  behave(behaviour: Behaviour): void
  stop(): void
}

export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end(body)

/** Cuts the connection: the sender cannot know that it was stored. */
export const reset: Behaviour = (response) => response.destroy()

/** Answers 503 and goes on for ever. */
export const endless: Behaviour = (response) => {
  response.writeHead(503)
  const write = () => {
    while (!response.destroyed && response.write('x'.repeat(4096)));
  }
  response.on('drain', write)
  write()
}

export async function startWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = []
  let behaviour = answer(200)
  const server = createServer(async (request, response) => {
    const webhook = await receive(request)
    received.push(webhook)
    behaviour(response, webhook)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' ? address?.port : undefined
  return {
    received,
    urlOf: (path) => `http://127.0.0.1:${taken}${path}`,
    behave(next) {
      behaviour = next
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function receive(request: IncomingMessage): Promise<ReceivedWebhook> {
  const body = await text(request)
  const header = (name: string) => String(request.headers[name])
  return {
    path: request.url ?? '',
    headers: {
      'webhook-id': header('webhook-id'),
      'webhook-timestamp': header('webhook-timestamp'),
      'webhook-signature': header('webhook-signature'),
    },
    body,
    event: webhookEventSchema.parse(JSON.parse(body)),
    at: performance.now(),
  }
}
