import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Media } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileServer } from '../harness/file-server.ts'
import { startFileServer } from '../harness/file-server.ts'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { PRIVATE_URLS } from '../harness/webhooks.ts'
import type { MediaFiles } from '../media-files/index.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let elsewhere: FileServer
let files: MediaFiles
let directory: string

beforeAll(async () => {
  server = await startTestServer({ work: false, environment: PRIVATE_URLS })
  elsewhere = await startFileServer()
  files = await makeMediaFiles()
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-media-'))
})
afterAll(async () => {
  await server.stop()
  elsewhere.stop()
  await rm(directory, { recursive: true, force: true })
  await removeMediaFiles()
})

function media(...args: string[]): Promise<CliRun> {
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url }
  return runCli(['media', ...args, '--json'], { cwd: directory, environment })
}

async function succeed<T>(...args: string[]): Promise<T> {
  const run = await media(...args)
  expect(run.stderr).toBe('')
  expect(run.exitCode).toBe(0)
  return run.json<T>()
}

it('media are uploaded, imported, listed, shown, downloaded and deleted', async () => {
  const { data: uploaded } = await succeed<{ data: Media[] }>('upload', files.jpeg, files.mp4)
  expect(uploaded.map(({ type }) => type)).toEqual(['image', 'video'])
  elsewhere.serve('/launch.png', async (_request, response) => response.end(await readFile(files.png)))
  const imported = await succeed<Media>('import', elsewhere.urlOf('/launch.png'), '--type', 'image')
  const list = await succeed<{ data: Media[] }>('list')
  expect(list.data).toEqual([imported, ...uploaded.toReversed()])
  expect((await succeed<{ data: Media[] }>('list', '--type', 'video', '--limit', '1')).data).toEqual([uploaded[1]])
  expect(await succeed('show', imported.media_id)).toEqual(imported)

  const written = await succeed<{ path: string }>('download', imported.media_id)
  expect(written.path).toBe(join(directory, 'launch.png'))
  expect((await readFile(written.path)).equals(await readFile(files.png))).toBe(true)
  expect((await media('download', imported.media_id)).exitCode).toBe(2)
  await succeed('download', imported.media_id, '--force')
  await succeed('download', imported.media_id, '--thumbnail')
  expect((await readdir(directory)).toSorted()).toEqual(['launch-thumbnail.jpg', 'launch.png'])

  expect(await succeed('delete', imported.media_id)).toEqual({ success: true })
  expect((await media('show', imported.media_id)).exitCode).toBe(4)
  expect((await media('download', imported.media_id, '--to', 'gone.png')).exitCode).toBe(4)
  expect((await media('upload', directory)).exitCode).toBe(2)
  expect((await readdir(directory)).toSorted()).toEqual(['launch-thumbnail.jpg', 'launch.png'])
})
