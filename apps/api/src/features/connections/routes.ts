import { unavailable } from '#shared/app-error.ts'
import { contract } from '@powerpost/contract/routes'
import { initServer } from '@ts-rest/express'

export function createConnectionRoutes() {
  const notYet = async () => {
    throw unavailable('Connections are not there yet.')
  }
  return initServer().router(contract.connections, { list: notYet, create: notYet, get: notYet, delete: notYet })
}
