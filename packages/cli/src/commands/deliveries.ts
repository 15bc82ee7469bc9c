import { Option } from '@commander-js/extra-typings'
import type { WebhookDelivery, WebhookEventName } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { readTime } from './options.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost webhooks deliveries` and `replay` */
export function addDeliveriesCommands(webhooks: Program, open: OpenSession): void {
  webhooks
    .command('deliveries')
    .description('List webhook deliveries and their status, newest first.')
    .option('--endpoint <id>', 'only deliveries to this endpoint')
    .option('--event <event>', 'only deliveries of this event')
    .addOption(
      new Option('--status <status>', 'only deliveries of this status').choices([
        'pending',
        'delivered',
        'failed',
      ] as const),
    )
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .addHelpText('after', examples('webhooks deliveries --status failed'))
    .action(async ({ endpoint, event, status, ...part }) => {
      const session = open()
      const { deliveries } = (await session.workspaceClient()).webhooks
      const query = { endpoint_id: endpoint, event: event as WebhookEventName | undefined, status }
      const list = (page: object) => deliveries.list({ ...query, ...page }, { signal: session.signal })
      const taken = await take(list, part)
      session.print(taken, () =>
        formatList(['id', 'event', 'status', 'attempts', 'last response', 'created'], taken, describeDelivery),
      )
    })

  webhooks
    .command('replay')
    .description('Replay a delivery, or all deliveries of an endpoint since a time.')
    .argument('[id]', 'the id that `powerpost webhooks deliveries` shows')
    .option('--endpoint <id>', 'deliveries to this endpoint')
    .option('--since <time>', 'deliveries of events since this time, e.g. 2026-11-22T09:00:00Z', readTime)
    .addOption(
      new Option('--status <status>', 'only deliveries of this status').choices(['delivered', 'failed'] as const),
    )
    .addHelpText(
      'after',
      examples('webhooks replay ID', 'webhooks replay --endpoint ID --since 2026-11-22 --status failed'),
    )
    .action(async (id, { endpoint, since, status }) => {
      const session = open()
      const replay = chooseReplay({ id, endpoint, since })
      const { deliveries, endpoints } = (await session.workspaceClient()).webhooks
      if (replay.id !== undefined) {
        const delivery = await deliveries.replay(replay.id, { signal: session.signal })
        session.print(delivery, () => `${delivery.delivery_id} is sent again.`)
        return
      }
      const body = { since: replay.since, status }
      const replayed = await endpoints.replay(replay.endpoint, body, { signal: session.signal })
      const more = replayed.next_since === null ? '' : `; more with --since ${replayed.next_since}`
      session.print(replayed, () => `${replayed.replayed} are sent again${more}.`)
    })
}

interface ReplayFlags {
  readonly id: string | undefined
  readonly endpoint: string | undefined
  readonly since: string | undefined
}

type Replay = { readonly id: string } | { readonly id: undefined; readonly endpoint: string; readonly since: string }

function chooseReplay({ id, endpoint, since }: ReplayFlags): Replay {
  if (id !== undefined && endpoint === undefined && since === undefined) return { id }
  if (id === undefined && endpoint !== undefined && since !== undefined) return { id, endpoint, since }
  throw usageError('Nothing to replay was given.', 'Give the id of a delivery, or --endpoint ID and --since TIME.')
}

function describeDelivery({ delivery_id, event, status, attempts, created_at }: WebhookDelivery): string[] {
  const last = attempts.at(-1)
  const answer = last === undefined ? '' : (last.error ?? String(last.status_code))
  return [delivery_id, event, status, String(attempts.length), answer, formatTime(created_at)]
}
