import type { Clock } from '#shared/clock.ts'
import { isGood, readGraphError, readJson } from '../meta/index.ts'
import type { Checkpoint, LookedUp, Publisher } from '../port.ts'
import type { InstagramApis } from './api.ts'
import { apiOf } from './api.ts'
import { readCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { BLOCKED } from './error-rules.ts'
import { askOutcome } from './outcome.ts'
import { pollPost } from './poll-post.ts'
import { prepareStep } from './prepare.ts'
import { createdSchema } from './wire.ts'

interface PublisherOptions {
  readonly apis: InstagramApis
  readonly clock: Clock
}

/** Soon: a post is there when the final call has an answer. */
const AT_ONCE_SECONDS = 0.2
/** A post that is said to be blocked shows some time later, or not at all. */
const FIRST_LOOK_SECONDS = 5

/** Publishes on Instagram: containers are made and polled, then one call makes the post, whose address is asked for last. */
export function createInstagramPublisher({ apis, clock }: PublisherOptions): Publisher<'instagram'> {
  return {
    prepare: async (item, recorded, options) =>
      prepareStep({
        item,
        checkpoint: recorded && readCheckpoint(recorded),
        accountApi: apiOf(apis, options),
        options,
        clock,
      }),
    async publish(_item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const { parent, outcome } = checkpoint
      if (!parent) throw new Error('There is no container')
      // Of an earlier call whose answer was lost: another one would be a mistake.
      if (outcome === 'published') return { status: 'processing', checkpoint, seconds: AT_ONCE_SECONDS }
      const { api, account } = apiOf(apis, options)
      const form = { creation_id: parent.id }
      const answer = await api.send({ method: 'POST', path: PATHS.publish(account), form }, options)
      // What cannot be read was posted, perhaps: it is thrown as it is, and looked up.
      if (isGood(answer)) {
        const { id: media_id } = createdSchema.parse(readJson(answer))
        return { status: 'processing', checkpoint: { ...checkpoint, media_id }, seconds: AT_ONCE_SECONDS }
      }
      const said = readGraphError(answer)
      if (said?.code === BLOCKED.code && said?.error_subcode === BLOCKED.subcode) {
        return { status: 'processing', checkpoint: { ...checkpoint, outcome: 'blocked' }, seconds: FIRST_LOOK_SECONDS }
      }
      const refusal = api.errors.toRefusal(answer)
      if (!refusal) throw new Error(`Instagram answered ${answer.status} to a post`)
      throw refusal
    },
    poll: async (item, recorded, options) =>
      pollPost(apiOf(apis, options), { item, checkpoint: readCheckpoint(recorded) }, options),
    async lookUp(item, recorded, options): Promise<LookedUp> {
      const checkpoint = readCheckpoint(recorded)
      const outcome = await askOutcome(apiOf(apis, options), { item, checkpoint }, options)
      switch (outcome.status) {
        case 'posted':
          return outcome.published
        case 'published':
          return toPolled({ ...checkpoint, outcome: 'published' })
        default:
          return { status: outcome.status }
      }
    },
    async comment({ firstComment: message = '' }, platformPostId, options) {
      const { api } = apiOf(apis, options)
      const request = { method: 'POST', path: PATHS.comments(platformPostId), form: { message } } as const
      const answer = await api.send(request, options)
      if (isGood(answer)) return
      throw api.errors.toRefusal(answer) ?? new Error(`Instagram answered ${answer.status} to a comment`)
    },
  }
}

function toPolled(checkpoint: Checkpoint): LookedUp {
  return { status: 'processing', checkpoint, seconds: FIRST_LOOK_SECONDS }
}
