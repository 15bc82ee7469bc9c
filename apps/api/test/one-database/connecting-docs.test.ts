import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { ConnectionAuthorization, ConnectionRequest } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerSignIn, see } from '../harness/sign-in.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const GUIDE = new URL('../../../../docs/connecting-for-your-users.md', import.meta.url)

let server: TestServer
let guide: string
beforeAll(async () => {
  server = await startTestServer({ work: false })
  guide = await readFile(GUIDE, 'utf8')
})
afterAll(() => server.stop())

async function run(command: string, requestId = ''): Promise<unknown> {
  const env = {
    ...process.env,
    POWERPOST_BASE_URL: server.url,
    POWERPOST_API_KEY: server.apiKey,
    POWERPOST_WORKSPACE_ID: server.workspaceId,
    REQUEST_ID: requestId,
  }
  const { stdout } = await promisify(execFile)('bash', ['-c', command], { env })
  return JSON.parse(stdout)
}

it('the commands of docs/connecting-for-your-users.md do what it says, pasted one after the other', async () => {
  const [create = '', read = '', choose = '', ...others] = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(
    ([, block = '']) => block,
  )
  expect(others).toEqual([])
  const { request_id, authorize_url } = (await run(create)) as ConnectionAuthorization
  expect(await run(read, request_id)).toMatchObject({ status: 'waiting', reference: 'user-1842' })
  expect((await see(await answerSignIn(authorize_url))).status).toBe(303)
  expect(((await run(read, request_id)) as ConnectionRequest).choices).toHaveLength(3)
  const chosen = (await run(choose, request_id)) as ConnectionRequest
  expect([chosen.status, chosen.connection_ids?.length]).toEqual(['connected', 2])
})
