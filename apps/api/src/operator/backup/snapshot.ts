import { copyFile, link, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseHandle, Query } from '#db/handle.ts'
import { hasCode } from '#shared/files.ts'
import { assertStorageKey } from '#storage/key.ts'
import manifest from '../../../package.json' with { type: 'json' }
import type { Clock } from '#shared/clock.ts'
import type { About } from './format.ts'
import { FORMAT, MEDIA_FOLDER, isSmallFileName } from './format.ts'

/** What a data directory held at one moment. It lies there until it is removed. */
export interface Snapshot {
  readonly about: About
  /** Where the copy of the database's files is. */
  readonly database: string
  /** Where the media are: links of the same files, under their storage keys with dots for slashes. */
  readonly media: string
  /** Where copies of the small files are that lie next to them. */
  readonly files: string
  readonly counts: Readonly<Record<string, number>>
  readonly missingMedia: readonly string[]
  remove(): Promise<void>
}

export interface SnapshotSource {
  readonly database: DatabaseHandle
  readonly dataDirectory: string
  readonly clock: Clock
}

/** No storage key begins with a dot, and the server's own folders do not have this name. */
const SNAPSHOT_FOLDER = '.backup'

/**
 * Takes a snapshot between two transactions. The database waits for as long as it takes to copy its files and to link the media;
 * a link costs no space, and keeps a file that is deleted meanwhile.
 */
export async function takeSnapshot({ database, dataDirectory, clock }: SnapshotSource): Promise<Snapshot> {
  const { copyFiles } = database
  if (!copyFiles) throw new Error('Only the embedded database is backed up as files')
  const [root, media] = foldersOf(dataDirectory)
  const folders = { database: join(root, 'postgres'), media, files: join(root, 'files') }
  const remove = () => removeSnapshot(dataDirectory)
  await remove()
  try {
    for (const folder of [root, folders.files, media]) await mkdir(folder, { recursive: true, mode: 0o700 })
    let found: Awaited<ReturnType<typeof readContents>> | undefined
    await copyFiles(folders.database, async (query) => {
      found = await readContents(query)
      found.missingMedia.push(...(await linkMedia(query, join(dataDirectory, MEDIA_FOLDER), media)))
      await copySmallFiles(dataDirectory, folders.files)
    })
    const { migrations, counts, missingMedia } = found ?? { migrations: [], counts: {}, missingMedia: [] }
    const created_at = clock.now().toISOString()
    const about = { format: FORMAT, created_at, server_version: manifest.version, migrations } as const
    return { about, ...folders, counts, missingMedia, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Removes a snapshot, one that a killed process left too. */
export async function removeSnapshot(dataDirectory: string): Promise<void> {
  for (const folder of foldersOf(dataDirectory)) await rm(folder, { recursive: true, force: true })
}

/** The second is next to the media, which may be on another disk than the rest. */
function foldersOf(dataDirectory: string): [string, string] {
  return [join(dataDirectory, SNAPSHOT_FOLDER), join(dataDirectory, MEDIA_FOLDER, SNAPSHOT_FOLDER)]
}

async function readContents(query: Query) {
  const migrations = await query<{ name: string }>('select name from kysely_migration order by name')
  const [counts = {}] = await query<Record<string, number>>(
    `select (select count(*) from accounts) as accounts, (select count(*) from workspaces) as workspaces,
       (select count(*) from generations) as generations, (select count(*) from media where status = 'ready') as media`,
  )
  return { migrations: migrations.map(({ name }) => name), counts, missingMedia: [] as string[] }
}

const BATCH_SIZE = 1000

/** Links the files of all media that are whole; answers the keys of those that are gone. */
async function linkMedia(query: Query, root: string, to: string): Promise<string[]> {
  const missing: string[] = []
  let last = ''
  for (;;) {
    const rows = await query<{ storage_key: string }>(
      `select storage_key from media where status = 'ready' and storage_key > $1 order by storage_key limit ${BATCH_SIZE}`,
      [last],
    )
    for (const { storage_key } of rows) {
      assertStorageKey(storage_key)
      if (!(await linkFile(join(root, storage_key), join(to, storage_key.replaceAll('/', '.')))))
        missing.push(storage_key)
    }
    if (rows.length < BATCH_SIZE) return missing
    last = rows.at(-1)?.storage_key ?? ''
  }
}

async function linkFile(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    // A file system without links.
    await copyFile(from, to)
    return true
  }
}

/** Generated secrets and the like; not what else somebody keeps in the data directory. */
const LARGEST_SMALL_FILE = 65_536

async function copySmallFiles(dataDirectory: string, to: string): Promise<void> {
  for (const entry of await readdir(dataDirectory, { withFileTypes: true })) {
    if (!entry.isFile() || !isSmallFileName(entry.name)) continue
    const path = join(dataDirectory, entry.name)
    const { size } = await lstat(path)
    if (size <= LARGEST_SMALL_FILE) await copyFile(path, join(to, entry.name))
  }
}
