import type { ErrorBody } from '@powerpost/contract'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { request as openHttp } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addWorkspace } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

it('an upload whose workspace is deleted and emptied meanwhile is refused as any request to it', async () => {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const workspaceId = await addWorkspace(server.db, accountId)
  const jpeg = await readFile((await makeMediaFiles()).jpeg)
  const head =
    '--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nimage\r\n' +
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
  const upload = openHttp(new URL('/api/v1/media/upload', server.url), {
    method: 'POST',
    headers: {
      'x-api-key': server.apiKey,
      'x-workspace-id': workspaceId,
      'content-type': 'multipart/form-data; boundary=b',
    },
  })
  upload.write(head)
  upload.write(jpeg.subarray(0, 100))
  const countUploads = async () => (await server.db.selectFrom('media').select('id').execute()).length
  await expect.poll(countUploads, { timeout: 20_000 }).toBe(1)
  const deleted = await server.request(`/api/v1/account/workspaces/${workspaceId}?force=true`, { method: 'DELETE' })
  expect(deleted.status).toBe(200)
  await expect.poll(countUploads, { timeout: 20_000 }).toBe(0)
  upload.end(Buffer.concat([jpeg.subarray(100), Buffer.from('\r\n--b--\r\n')]))
  const [response] = (await once(upload, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(403)
  expect(((await json(response)) as ErrorBody).error.code).toBe('FORBIDDEN')
})
