import type { Request, Response } from 'express'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspaceCallerOf } from '#shared/caller.ts'
import { contract } from '@powerpost/contract/routes'
import { initServer } from '@ts-rest/express'
import type { KeepOnce, UploadMediaDependencies } from './upload-media.ts'
import { uploadMedia } from './upload-media.ts'

interface MediaDependencies extends UploadMediaDependencies {
  readonly answerOnce: AnswerOnce
}

export function createMediaRoutes(dependencies: MediaDependencies) {
  const { answerOnce } = dependencies
  return initServer().router(contract.media, {
    upload: async ({ req, res }) => {
      const signal = abortWhenGone(req, res)
      const keepOnce: KeepOnce = async (content, keep) => (await answerOnce({ req, res, content }, keep)).body
      const upload = { caller: workspaceCallerOf(res), request: req, signal, keepOnce }
      return { status: 200, body: await uploadMedia(dependencies, upload) }
    },
  })
}

/** Nothing moves on the connection while the file is looked at, which may have to wait for its turn. */
const LONGEST_LOOK_MS = 10 * 60_000

/** Aborted when the caller goes away before the answer. Once the body is here, the connection may rest until then. */
function abortWhenGone(request: Pick<Request, 'once' | 'socket'>, response: Response): AbortSignal {
  const gone = new AbortController()
  const { socket } = request
  const idleTimeout = socket.timeout ?? 0
  request.once('end', () => socket.setTimeout(LONGEST_LOOK_MS))
  response.once('close', () => {
    socket.setTimeout(idleTimeout)
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}
