import { unavailable } from '#shared/app-error.ts'
import { contract } from '@powerpost/contract/routes'
import { initServer } from '@ts-rest/express'

const { create, list, get, update, delete: remove, preflight } = contract.posts

/** Drafts. */
export function createDraftRoutes() {
  const notYet = async () => {
    throw unavailable('Posts are not there yet.')
  }
  return initServer().router(
    { create, list, get, update, delete: remove, preflight },
    { create: notYet, list: notYet, get: notYet, update: notYet, delete: notYet, preflight: notYet },
  )
}
