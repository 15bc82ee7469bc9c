import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'
import { extract } from 'tar-stream'
import type { Header } from 'tar-stream'
import type { About, Manifest } from './format.ts'
import { ABOUT_FILE, aboutSchema, DATABASE_FOLDER, FILES_FOLDER, isSmallFileName } from './format.ts'
import { MANIFEST_FILE, manifestSchema, MEDIA_FOLDER } from './format.ts'
import { hasCode } from '#shared/files.ts'
import { OperatorError } from '../operator-error.ts'

/** An archive that is what its manifest says. */
export interface CheckedArchive {
  readonly about: About
  readonly manifest: Manifest
}

interface ReadOptions {
  readonly file: string
  /** An empty directory to unpack it into. Absent: it is only checked. */
  readonly to?: string
  /** Called with what the archive is, before anything is unpacked. May throw. */
  readonly accept?: (about: About) => void
}

/**
 * Reads an archive and checks every file against its manifest. Nothing is written outside `to`: names are of the few forms that
 * we write, and anything but files and directories is refused.
 *
 * @throws OperatorError when it is not a PowerPost backup, damaged, or incomplete
 */
export async function readArchive({ file, to, accept }: ReadOptions): Promise<CheckedArchive> {
  const entries = extract()
  const source = createReadStream(file)
  const feeding = pipeline(source, createGunzip(), entries)
  // It is awaited below; a failure must not be left unhandled until then.
  feeding.catch(() => {})
  const found: Manifest['files'] = []
  let about: About | undefined
  let manifest: Manifest | undefined
  try {
    for await (const entry of entries as AsyncIterable<Readable & { readonly header: Header }>) {
      const { name, type } = entry.header
      if (about === undefined) {
        about = readAbout(name, await readText(entry))
        accept?.(about)
      } else if (name === MANIFEST_FILE) {
        manifest = manifestSchema.parse(JSON.parse(await readText(entry)))
      } else {
        assertSafe(entry.header)
        const path = to === undefined ? undefined : join(to, name)
        if (type === 'file') found.push({ path: name, ...(await readEntry(entry, path)) })
        else if (path !== undefined) await mkdir(path, { recursive: true, mode: 0o700 })
      }
    }
    await feeding
  } catch (error) {
    source.destroy()
    throw error instanceof OperatorError || isAboutDisk(error) ? error : damaged(file, error)
  }
  if (!about || !manifest) throw damaged(file, 'its end is missing')
  assertSame(found, manifest, file)
  return { about, manifest }
}

/** PostgreSQL's names and our storage keys: letters, digits, and dots that no part begins with. */
const SAFE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/
const FOLDERS = [DATABASE_FOLDER, MEDIA_FOLDER, FILES_FOLDER]

function assertSafe({ name, type }: Header): void {
  const [folder = '', inner] = name.split('/')
  const isOurs = SAFE_NAME.test(name) && FOLDERS.includes(folder) && inner !== undefined
  if (folder === FILES_FOLDER && !(type === 'file' && isSmallFileName(name.slice(folder.length + 1)))) {
    throw unsafe(`${type} ${JSON.stringify(name)}`)
  }
  if (isOurs && (type === 'file' || type === 'directory')) return
  throw unsafe(`${type} ${JSON.stringify(name)}`)
}

/** The manifest of a million files. */
const LARGEST_TEXT = 256 * 1024 * 1024

function readText(entry: Readable & { readonly header: Header }): Promise<string> {
  if (entry.header.type !== 'file' || entry.header.size > LARGEST_TEXT) throw unsafe(entry.header.name)
  return text(entry)
}

function readAbout(name: string, content: string): About {
  const parsed = name === ABOUT_FILE ? aboutSchema.safeParse(parseJson(content)) : undefined
  if (parsed?.success) return parsed.data
  throw new OperatorError({
    code: 'NOT_A_BACKUP',
    outcome: 'usage',
    message: 'The file is not a backup that this version can read.',
    hint: 'Use a file written by `powerpost backup`, with the same version or a later one.',
  })
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** Reads a file to its end, and writes it where there is a path for it. */
async function readEntry(entry: Readable, path: string | undefined): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const measured = async function* () {
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  await pipeline(measured, await openSink(path))
  return { size, sha256: hash.digest('hex') }
}

async function openSink(path: string | undefined): Promise<Writable> {
  if (path === undefined) return new Writable({ write: (_chunk, _encoding, done) => done() })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // A name that comes twice is refused.
  return createWriteStream(path, { flags: 'wx', mode: 0o600 })
}

function assertSame(found: Manifest['files'], { files }: Manifest, file: string): void {
  const expected = new Map(files.map((one) => [one.path, one]))
  for (const { path, size, sha256 } of found) {
    const listed = expected.get(path)
    if (listed?.size !== size || listed.sha256 !== sha256) throw damaged(file, `${path} is not as it was written`)
    expected.delete(path)
  }
  const [missing] = expected.keys()
  if (missing !== undefined) throw damaged(file, `${missing} is missing`)
}

/** What goes wrong here, and not in the archive. */
function isAboutDisk(error: unknown): boolean {
  return hasCode(error, 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE')
}

function damaged(file: string, reason: unknown): OperatorError {
  const why = reason instanceof Error ? reason.message : String(reason)
  const message = `${file} is damaged: ${why}.`
  const hint = 'Nothing was restored. Use another copy of the file, or another backup.'
  return new OperatorError({ code: 'BACKUP_DAMAGED', outcome: 'conflict', message, hint })
}

function unsafe(what: string): OperatorError {
  const message = `The archive contains entries that no backup has: ${what}.`
  const hint = 'Nothing was restored. Use a file from a source you trust.'
  return new OperatorError({ code: 'BACKUP_UNSAFE', outcome: 'conflict', message, hint })
}
