import type { CreateWebhookEndpointResponse, WebhookEndpoint, WebhookEventName } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { printableLine } from '../output/printable.ts'
import { addDeliveriesCommands } from './deliveries.ts'
import { commaSeparated } from './options.ts'
import { addListenCommand } from './listen.ts'
import type { Program } from './program-type.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

const ENDPOINT = 'the id that `powerpost webhooks list` shows'

/** `powerpost webhooks ...` */
export function addWebhooksCommands(program: Program, open: OpenSession): void {
  const webhooks = program.command('webhooks').description('Endpoints that receive the events of a workspace.')
  webhooks.addHelpText(
    'after',
    examples('webhooks create https://example.com/webhooks --events generation.completed', 'webhooks deliveries'),
  )
  addReadingCommands(webhooks, open)
  addChangingCommands(webhooks, open)
  addSecretCommands(webhooks, open)
  addDeliveriesCommands(webhooks, open)
  addListenCommand(webhooks, open)
}

function addReadingCommands(webhooks: Program, open: OpenSession): void {
  webhooks
    .command('list')
    .description('List the endpoints, newest first.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const taken = await take((page) => endpoints.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(['id', 'url', 'state', 'events'], taken, describeEndpoint))
    })

  webhooks
    .command('test')
    .description('Send a test event to an endpoint.')
    .argument('<id>', ENDPOINT)
    .action(async (id) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const delivery = await endpoints.test(id, { signal: session.signal })
      session.print(delivery, () => delivery.delivery_id)
      session.note('It is being sent: `powerpost webhooks deliveries` shows the result.')
    })
}

function addChangingCommands(webhooks: Program, open: OpenSession): void {
  webhooks
    .command('create')
    .description('Create an endpoint, and show its secret. It is shown only this once.')
    .argument('<url>', 'the URL that receives the events: HTTPS')
    .requiredOption('--events <events>', 'the events to send, separated by commas', commaSeparated)
    .addHelpText(
      'after',
      examples('webhooks create https://example.com/webhooks --events generation.completed,generation.failed'),
    )
    .action(async (url, { events }) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const body = { url, events: toEventNames(events) }
      const endpoint = await endpoints.create(body, { signal: session.signal })
      session.print(endpoint, () => describeSecret(endpoint))
      session.note('The secret is shown only this once: save it.')
    })

  webhooks
    .command('update')
    .description('Update an endpoint. Only the given fields change.')
    .argument('<id>', ENDPOINT)
    .option('--url <url>', 'the URL that receives the events')
    .option('--events <events>', 'the events to send, separated by commas', commaSeparated)
    .option('--disable', 'send no events')
    .option('--no-disable', 'send events again')
    .addHelpText('after', examples('webhooks update ID --no-disable'))
    .action(async (id, { url, events, disable }) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const body = { url, events: events && toEventNames(events), disabled: disable }
      const endpoint = await endpoints.update(id, body, { signal: session.signal })
      session.print(endpoint, () => describeEndpoint(endpoint).map(printableLine).join('  '))
    })

  webhooks
    .command('delete')
    .description('Delete an endpoint and its deliveries.')
    .argument('<id>', ENDPOINT)
    .action(async (id) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const deleted = await endpoints.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

function addSecretCommands(webhooks: Program, open: OpenSession): void {
  webhooks
    .command('rotate-secret')
    .description('Create a new secret for an endpoint, and show it. The old secret also signs for 24 hours.')
    .argument('<id>', ENDPOINT)
    .action(async (id) => {
      const session = open()
      const { endpoints } = (await session.workspaceClient()).webhooks
      const rotated = await endpoints.rotateSecret(id, { signal: session.signal })
      session.print(rotated, () => describeSecret(rotated))
      session.note('The secret is shown only this once: save it.')
    })
}

/** The server says which events there are: a newer one has more. */
function toEventNames(events: readonly string[]): WebhookEventName[] {
  return [...events] as WebhookEventName[]
}

function describeEndpoint({ endpoint_id, url, disabled, disabled_reason, events }: WebhookEndpoint): string[] {
  return [endpoint_id, url, disabled ? `disabled (${disabled_reason})` : 'enabled', events.join(' ')]
}

function describeSecret({ endpoint_id, secret }: CreateWebhookEndpointResponse): string {
  return `${endpoint_id}\n${secret ?? 'It was created earlier; its secret was shown then.'}`
}
