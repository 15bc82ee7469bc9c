import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { Pack } from 'tar-stream'
import { pack } from 'tar-stream'
import type { Manifest } from './format.ts'
import { ABOUT_FILE, DATABASE_FOLDER, FILES_FOLDER, MANIFEST_FILE, MEDIA_FOLDER } from './format.ts'
import type { Snapshot } from './snapshot.ts'

/** A snapshot as one file: tar, so that any system can look into it, and gzip, quickly, since media are packed already. */
export function streamArchive(snapshot: Snapshot): Readable {
  const archive = pack()
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  // The reader gets the error from the stream.
  pipeline(Readable.from(archive, { objectMode: false }), gzip, () => {})
  fill(archive, snapshot).catch((error: Error) => {
    archive.destroy()
    gzip.destroy(error)
  })
  return gzip
}

async function fill(archive: Pack, snapshot: Snapshot): Promise<void> {
  const files: Manifest['files'] = []
  const mtime = new Date(snapshot.about.created_at)
  const addFile = async (path: string, name: string) => files.push(await packFile(archive, { path, name, mtime }))

  await packText(archive, { name: ABOUT_FILE, mtime }, JSON.stringify(snapshot.about))
  for await (const { path, name, isDirectory } of walk(snapshot.database, DATABASE_FOLDER)) {
    if (isDirectory) archive.entry({ name, type: 'directory', mode: 0o700, mtime })
    else await addFile(path, name)
  }
  for await (const { path, name } of walk(snapshot.files, FILES_FOLDER)) await addFile(path, name)
  for await (const { name } of await opendir(snapshot.media)) {
    await addFile(join(snapshot.media, name), `${MEDIA_FOLDER}/${name.replaceAll('.', '/')}`)
  }
  const { counts, missingMedia: missing_media } = snapshot
  await packText(archive, { name: MANIFEST_FILE, mtime }, JSON.stringify({ files, counts, missing_media }))
  archive.finalize()
}

interface Found {
  readonly path: string
  readonly name: string
  readonly isDirectory: boolean
}

/** Everything below a directory, each directory before what is in it. */
async function* walk(directory: string, name: string): AsyncGenerator<Found> {
  for await (const entry of await opendir(directory)) {
    const found = { path: join(directory, entry.name), name: `${name}/${entry.name}`, isDirectory: entry.isDirectory() }
    yield found
    if (found.isDirectory) yield* walk(found.path, found.name)
  }
}

async function drained(sink: ReturnType<Pack['entry']>): Promise<void> {
  await new Promise<void>((resolve) => {
    const goOn = () => {
      sink.off('drain', goOn)
      sink.off('close', goOn)
      resolve()
    }
    sink.on('drain', goOn)
    sink.on('close', goOn)
  })
  if (sink.destroyed) throw new Error('Nobody takes the archive any more')
}

interface Entry {
  readonly name: string
  readonly mtime: Date
}

function packText(archive: Pack, entry: Entry, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ ...entry, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()))
  })
}

async function packFile(
  archive: Pack,
  { path, ...entry }: Entry & { readonly path: string },
): Promise<Manifest['files'][number]> {
  const { size } = await stat(path)
  const hash = createHash('sha256')
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const sink = archive.entry({ ...entry, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (!sink.write(chunk)) await drained(sink)
  }
  sink.end(undefined)
  await promise
  return { path: entry.name, size, sha256: hash.digest('hex') }
}
