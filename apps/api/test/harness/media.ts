import { readFile } from 'node:fs/promises'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Media, MediaType } from '@powerpost/contract'
import { mediaSchema } from '@powerpost/contract'
import { expect } from 'vitest'
import type { TestServer } from './test-server.ts'

interface UploadOptions {
  readonly type?: MediaType
  readonly name?: string
  readonly headers?: Record<string, string>
}

/** Uploads a file that is to be taken. */
export async function uploadFile(
  server: TestServer,
  path: string,
  { type = 'image', name = basename(path), headers = {} }: UploadOptions = {},
): Promise<Media> {
  const form = new FormData()
  form.append('type', type)
  form.append('file', new Blob([await readFile(path)]), name)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form, headers })
  expect(response.status).toBe(200)
  return mediaSchema.strict().parse(await response.json())
}

/** What lies in the storage, each below its area: `media/1b/...`. */
export async function storedFiles({ database }: TestServer): Promise<string[]> {
  const root = join(database.dataDirectory, 'media')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}
