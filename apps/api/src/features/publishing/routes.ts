import { unavailable } from '#shared/app-error.ts'
import { contract } from '@powerpost/contract/routes'
import { initServer } from '@ts-rest/express'

const { publish, schedule, cancel, retryItem } = contract.posts

/** What becomes of drafts. */
export function createPublishingRoutes() {
  const notYet = async () => {
    throw unavailable('Publishing is not there yet.')
  }
  return initServer().router(
    { publish, schedule, cancel, retryItem },
    { publish: notYet, schedule: notYet, cancel: notYet, retryItem: notYet },
  )
}
