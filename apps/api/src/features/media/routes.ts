import type { Request, Response } from 'express'
import type { Exchange, Mutate, WithAccess } from '#features/audit/index.ts'
import type { AnswerOnce, FindKeptAnswer } from '#features/idempotency/index.ts'
import { abortWhenGone } from '#shared/abort-when-gone.ts'
import { AppError } from '#shared/app-error.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import { addWarnings, findUnknownFields, NO_UNKNOWN_FIELDS, refuseInStrict } from '#shared/unknown-fields.ts'
import type { Media } from '@powerpost/contract'
import { ERRORS } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { DeleteMediumDependencies } from './delete-medium.ts'
import { deleteMedium, removeDeletedFile } from './delete-medium.ts'
import type { ImportDependencies, ImportOnce } from './import-media.ts'
import { importMedia } from './import-media.ts'
import type { SignedLink } from './media-links.ts'
import { findMedia, findMedium } from './media.repository.ts'
import { noSuchMedium, toMedia } from './present-medium.ts'
import { refuseTooManyUploads } from './refuse-too-many-uploads.ts'
import type { SharedFile } from './serve/send-file.ts'
import { sendFile } from './serve/send-file.ts'
import type { ShareDependencies } from './serve/share-medium.ts'
import { noSuchLink, shareMedium } from './serve/share-medium.ts'
import type { Reserve } from './store-upload.ts'
import type { KeepOnce } from './upload-media.ts'
import { uploadMedia } from './upload-media.ts'

export interface MediaDependencies extends ImportDependencies, DeleteMediumDependencies, ShareDependencies {
  readonly mutate: Mutate
  readonly withAccess: WithAccess
  readonly answerOnce: AnswerOnce
  readonly findKeptAnswer: FindKeptAnswer
}

export function createMediaRoutes(dependencies: MediaDependencies) {
  const { db, links, mutate, withAccess, answerOnce, findKeptAnswer } = dependencies
  const reserveFor =
    (exchange: Exchange): Reserve =>
    (work) =>
      withAccess(exchange, async (trx) => {
        await refuseTooManyUploads(trx, workspacePrincipalOf(exchange.res))
        await work(trx)
      })
  /** When the access ended meanwhile, that is why it went wrong: the files of a deleted workspace are being removed. */
  const explain = async (exchange: Exchange, result: Promise<Media>) => {
    try {
      return await result
    } catch (error) {
      if (!isRefusal(error)) await withAccess(exchange, async () => undefined)
      throw error
    }
  }
  return handlersFor(contract.media, {
    upload: async ({ req, res }) => {
      const signal = abortWhenGone(req, res)
      let unknown = NO_UNKNOWN_FIELDS
      const keepOnce: KeepOnce = async (content, keep) => (await answerOnce({ req, res, content }, keep)).body
      const upload = {
        principal: workspacePrincipalOf(res),
        request: req,
        signal,
        reserve: reserveFor({ req, res }),
        keepOnce,
        onFields(fields: Readonly<Record<string, string>>) {
          unknown = findUnknownFields(fields, { type: fields['type'] })
          refuseInStrict(unknown, { req, res })
        },
      }
      const medium = await explain({ req, res }, uploadMedia(dependencies, upload))
      return { status: 200, body: addWarnings(medium, unknown) }
    },
    import: async ({ body, req, res }) => {
      const signal = abortWhenGone(req, res)
      const exchange = { req, res, content: body }
      const once: ImportOnce = {
        async find() {
          // The address is asked in the caller's name: not for one whose access has ended.
          await withAccess(exchange, async () => undefined)
          return findKeptAnswer<Media>(exchange)
        },
        keep: async (keep) => (await answerOnce(exchange, keep)).body,
      }
      const options = {
        principal: workspacePrincipalOf(res),
        request: body,
        signal,
        reserve: reserveFor(exchange),
        once,
      }
      return { status: 200, body: await explain(exchange, importMedia(dependencies, options)) }
    },
    list: async ({ query, res }) => {
      const principal = workspacePrincipalOf(res)
      const { data, ...rest } = await paginate({ list: 'media', principal, query }, (options) =>
        findMedia(db, principal, { type: query.type, ...options }),
      )
      return { status: 200, body: { ...rest, data: data.map((row) => toMedia(row, links)) } }
    },
    get: async ({ params, res }) => {
      const row = await findMedium(db, workspacePrincipalOf(res), params.id)
      if (!row) throw noSuchMedium()
      return { status: 200, body: toMedia(row, links) }
    },
    delete: async ({ params, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
      const answer = await mutate({ req, res }, (trx) => deleteMedium(trx, dependencies, options))
      await removeDeletedFile(dependencies, params.id)
      return answer
    },
    download: async ({ params, query, req, res }) => {
      const link: SignedLink = { mediaId: params.id, variant: 'content', ...query }
      return sendShared(await shareMedium(dependencies, link), { req, res })
    },
    downloadThumbnail: async ({ params, query, req, res }) => {
      const link: SignedLink = { mediaId: params.id, variant: 'thumbnail', ...query }
      return sendShared(await shareMedium(dependencies, link), { req, res })
    },
  })
}

/** Sends the response itself; what it returns says what was sent. */
async function sendShared(file: SharedFile, exchange: { readonly req: Request; readonly res: Response }) {
  const status = await sendFile(file, exchange)
  if (!status) throw noSuchLink()
  return { status, body: undefined }
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && ERRORS[error.code].status < 500
}
