import type { Media } from '@powerpost/client'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CliError, usageError } from '../errors/cli-error.ts'

interface DownloadOptions {
  /** A path; undefined: its own name in the current directory. */
  readonly to: string | undefined
  readonly thumbnail: boolean
  /** Whether a file that is there is written over. */
  readonly force: boolean
  readonly signal: AbortSignal
}

export interface WrittenFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** Writes a medium to a file, which is there whole or not at all. */
export async function downloadFile(medium: Media, options: DownloadOptions): Promise<WrittenFile> {
  const { to, thumbnail, force } = options
  const path = resolve(to ?? nameOf(medium, thumbnail))
  try {
    // Its place is taken before a large file is fetched in vain.
    if (!force) await writeFile(path, '', { flag: 'wx' })
  } catch (error) {
    throw explainDisk(error, path)
  }
  try {
    return { path, size: await fetchTo(path, medium, options) }
  } catch (error) {
    if (!force) await rm(path, { force: true })
    throw explainDisk(error, path)
  }
}

async function fetchTo(path: string, medium: Media, { thumbnail, signal }: DownloadOptions): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    const body = await ask(thumbnail ? medium.thumbnail_url : medium.url, signal)
    await pipeline(body, createWriteStream(temporary, { flags: 'wx' }), { signal })
    const { size } = await stat(temporary)
    if (!thumbnail && size !== medium.file_size) throw unreachable('The file is incomplete.')
    await rename(temporary, path)
    return size
  } finally {
    await rm(temporary, { force: true })
  }
}

/** The server made the name safe to show; here it is made safe to write. */
function nameOf({ file_name, media_id }: Media, thumbnail: boolean): string {
  const name = basename(file_name.replaceAll('\\', '/')).replace(/^\.+/, '')
  const safe = name === '' ? media_id : name
  return thumbnail ? `${safe.slice(0, safe.length - extname(safe).length)}-thumbnail.jpg` : safe
}

async function ask(url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw unreachable(`${new URL(url).origin} cannot be reached.`)
  })
  if (!response.ok || !response.body)
    throw unreachable(`The server returned the status ${response.status} for the file.`)
  return response.body
}

function unreachable(message: string): CliError {
  const hint = 'Try again. Links use the POWERPOST_PUBLIC_URL of the server, which must be reachable from here.'
  return new CliError({ code: 'DOWNLOAD_FAILED', outcome: 'unavailable', message, hint })
}

function explainDisk(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EEXIST')
    return usageError(`${path} already exists.`, 'Add --force to overwrite it, or choose another path with --to.')
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR') {
    return usageError(`${path} cannot be written.`, 'Choose a writable path with --to.')
  }
  return error
}
