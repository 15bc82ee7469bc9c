import type { PublishableItem, Prepared, Publisher, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import { isGood } from './api.ts'
import type { Uploading } from './checkpoint.ts'
import { readUploading } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { toRefusal } from './errors.ts'
import type { ExtraDependencies } from './extras.ts'
import { follow, startFollowing } from './follow.ts'
import { COSTS } from './limits.ts'
import { findUploaded } from './look-up.ts'
import { askSession, readSession, sendPart, startOfLastPart } from './session.ts'
import type { SessionState } from './session.ts'
import type { UploadDependencies } from './upload.ts'
import { beginUpload, mediumOf, sendChunk } from './upload.ts'

type PublisherDependencies = UploadDependencies & ExtraDependencies

type Item = PublishableItem<'youtube'>

/**
 * Publishes on YouTube. A video is there for everybody as soon as its last byte is: everything before the last part is sent on the way, and
 * the last part is the final call. The session of the upload takes one video, once, and says at any time whether it has it.
 */
export function createYouTubePublisher(dependencies: PublisherDependencies): Publisher<'youtube'> {
  const { api, clock } = dependencies
  return {
    async prepare(item, recorded, options) {
      const checkpoint = readUploading(recorded)
      const { upload, ready, video } = checkpoint
      if (!upload) {
        const begun = await beginUpload(dependencies, item, options)
        return goOn(item, { ready: false, upload: begun, begun_at: clock.now().toISOString() })
      }
      if (video) return { status: 'ready', checkpoint }
      // After a final call that was not taken, the session may have more than was recorded, or less.
      if (ready) {
        const session = await askSession(api, { session: upload.session, medium: mediumOf(item) }, options)
        return follows(item, checkpoint, session)
      }
      return follows(item, checkpoint, await sendChunk(dependencies, { item, upload }, options))
    },
    async publish(item, recorded, options) {
      const { upload, video } = readUploading(recorded)
      if (video) return startFollowing(item, { id: video.id, status: { privacyStatus: video.privacy } })
      if (!upload) throw new PlatformError('restart', 'The upload to YouTube has not begun.')
      const medium = mediumOf(item)
      const range = { start: startOfLastPart(medium.size), end: medium.size }
      const answer = await sendPart(api, { session: upload.session, medium, range }, options)
      const state = readSession(answer)
      if (state?.status === 'done') return startFollowing(item, state.video)
      // A session that is open or gone after its last part: it is looked up. So is whatever else may not be YouTube's own word.
      const refusal = state === undefined ? toRefusal(answer, clock) : undefined
      throw refusal ?? new Error(`YouTube answered ${answer.status} to the last part of a video`)
    },
    poll: (item, checkpoint, options) => follow(dependencies, { item, checkpoint }, options),
    async lookUp(item, recorded, options) {
      const { upload, begun_at } = readUploading(recorded)
      if (!upload) return { status: 'unknown' }
      const state = await askSession(api, { session: upload.session, medium: mediumOf(item) }, options)
      if (state.status === 'done') return startFollowing(item, state.video)
      if (state.status === 'open') return { status: 'not_posted' }
      const since = begun_at === undefined ? options.sentAt : new Date(begun_at)
      const found = await findUploaded({ api, clock }, { item, since }, options)
      return found.status === 'posted' ? startFollowing(item, { id: found.videoId }) : found
    },
    async comment(item, platformPostId, options) {
      const answer = await api.send(
        {
          method: 'POST',
          to: { api: PATHS.commentThreads },
          query: { part: 'snippet' },
          json: toComment(item, platformPostId, options),
          cost: { quota: 'units', amount: COSTS.insertComment },
        },
        options,
      )
      if (isGood(answer)) return
      throw toRefusal(answer, clock) ?? new Error(`YouTube answered ${answer.status} to a comment`)
    },
  }

  function goOn(item: Item, checkpoint: Uploading & { upload: NonNullable<Uploading['upload']> }): Prepared {
    const ready = checkpoint.upload.sent >= startOfLastPart(mediumOf(item).size)
    return { status: ready ? 'ready' : 'continue', checkpoint: { ...checkpoint, ready } }
  }

  function follows(item: Item, checkpoint: Uploading, state: SessionState): Prepared {
    const { upload } = checkpoint
    if (!upload || state.status === 'gone') {
      throw new PlatformError('restart', 'The upload to YouTube has expired.', { platformError: 'upload gone' })
    }
    if (state.status === 'open') return goOn(item, { ...checkpoint, upload: { ...upload, sent: state.has } })
    const { id, status } = state.video
    const video = { id, ...(status?.privacyStatus !== undefined && { privacy: status.privacyStatus }) }
    return { status: 'ready', checkpoint: { ...checkpoint, video } }
  }
}

function toComment({ firstComment }: Item, videoId: string, { connection }: StepOptions): object {
  const topLevelComment = { snippet: { textOriginal: firstComment } }
  return { snippet: { channelId: connection.platformAccountId, videoId, topLevelComment } }
}
