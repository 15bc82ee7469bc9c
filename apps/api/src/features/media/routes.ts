import { workspaceCallerOf } from '#shared/caller.ts'
import { contract } from '@powerpost/contract'
import { initServer } from '@ts-rest/express'
import type { UploadMediaDependencies } from './upload-media.ts'
import { uploadMedia } from './upload-media.ts'

export function createMediaRoutes(dependencies: UploadMediaDependencies) {
  return initServer().router(contract.media, {
    upload: async ({ req, res }) => {
      return { status: 200, body: await uploadMedia(dependencies, { caller: workspaceCallerOf(res), request: req }) }
    },
  })
}
