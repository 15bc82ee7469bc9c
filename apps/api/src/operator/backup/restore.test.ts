import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import type { Header } from 'tar-stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory } from '#db/embedded/lock.ts'
import { MIGRATION_NAMES } from '#db/migrate.ts'
import { restoreBackup } from './restore.ts'

const ABOUT = {
  format: 1,
  created_at: '2026-11-22T18:53:52.000Z',
  server_version: '1.2.3',
  migrations: MIGRATION_NAMES.slice(0, 2),
}
const FILES = {
  'postgres/PG_VERSION': '18',
  'postgres/base/1/1259_fsm': 'rows',
  'media/media/3f/a-3f': 'picture',
  'files/secret': 's',
}

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-restore-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

type Entry = readonly [header: Partial<Header> & { name: string }, text?: string]

interface ArchiveOptions {
  readonly about?: object
  readonly files?: Readonly<Record<string, string>>
  /** What the manifest says instead of the truth. */
  readonly manifest?: object
  /** Entries between the files and the manifest. */
  readonly extra?: readonly Entry[]
}

/** Writes an archive as a backup is, or as somebody could have made it. */
async function writeArchive({ about = {}, files = FILES, manifest, extra = [] }: ArchiveOptions = {}): Promise<string> {
  const listed = Object.entries(files).map(([path, text]) => {
    return { path, size: text.length, sha256: createHash('sha256').update(text).digest('hex') }
  })
  const entries: Entry[] = [
    [{ name: 'powerpost-backup.json' }, JSON.stringify({ ...ABOUT, ...about })],
    [{ name: 'postgres/pg_notify', type: 'directory' }],
    ...Object.entries(files).map(([name, text]): Entry => [{ name }, text]),
    ...extra,
    [
      { name: 'manifest.json' },
      JSON.stringify({ files: listed, counts: { media: 1 }, missing_media: [], ...manifest }),
    ],
  ]
  const archive = pack()
  for (const [header, text] of entries) {
    if (text === undefined) archive.entry(header)
    else archive.entry(header, text)
  }
  archive.finalize()
  const file = join(directory, 'backup.tar.gz')
  await pipeline(archive as unknown as NodeJS.ReadableStream, createGzip(), createWriteStream(file))
  return file
}

const target = () => join(directory, 'data')

async function expectRefusal(file: string, code: string): Promise<void> {
  await expect(restoreBackup({ file, dataDirectory: target() })).rejects.toMatchObject({ name: 'OperatorError', code })
  expect(existsSync(target())).toBe(false)
  expect((await readdir(directory)).filter((name) => name !== 'backup.tar.gz')).toEqual([])
}

describe('a backup', () => {
  it('becomes a data directory, each file in its place', async () => {
    const file = await writeArchive()
    const summary = await restoreBackup({ file, dataDirectory: target() })
    expect(summary).toMatchObject({ created_at: ABOUT.created_at, server_version: '1.2.3', files: 4, bytes: 14 })
    expect((await readdir(target())).filter((name) => !name.startsWith('lock'))).toEqual([
      'media',
      'postgres',
      'secret',
    ])
    expect(await readFile(join(target(), 'media/media/3f/a-3f'), 'utf8')).toBe('picture')
    expect(await readdir(join(target(), 'postgres/pg_notify'))).toEqual([])
  })

  it('is restored into a directory that is empty, and into no other', async () => {
    const file = await writeArchive()
    await mkdir(target())
    await writeFile(join(target(), 'mine.txt'), 'keep')
    await expect(restoreBackup({ file, dataDirectory: target() })).rejects.toMatchObject({ code: 'NOT_EMPTY' })
    expect(await readdir(target())).toEqual(['mine.txt'])
    await rm(join(target(), 'mine.txt'))
    const unlock = lockDirectory(target())
    await expect(restoreBackup({ file, dataDirectory: target() })).rejects.toMatchObject({ code: 'IN_USE' })
    unlock()
    // As a restoring that was killed leaves it.
    await mkdir(join(target(), '.restoring/postgres'), { recursive: true })
    await restoreBackup({ file, dataDirectory: target() })
    expect(await readFile(join(target(), 'postgres/PG_VERSION'), 'utf8')).toBe('18')
    expect(existsSync(join(target(), '.restoring'))).toBe(false)
  })

  it('that is cut off anywhere leaves nothing', async () => {
    const file = await writeArchive()
    const { length } = await readFile(file)
    for (const part of [0.95, 0.5, 0.02]) {
      await truncate(file, Math.floor(length * part))
      await expectRefusal(file, 'BACKUP_DAMAGED')
    }
  })

  it.each<[string, ArchiveOptions]>([
    [
      'has another content',
      { manifest: { files: [{ path: 'postgres/PG_VERSION', size: 2, sha256: 'f'.repeat(64) }] } },
    ],
    ['lacks a file', { manifest: { files: [{ path: 'postgres/gone', size: 2, sha256: 'f'.repeat(64) }] } }],
    ['has a file more than it says', { extra: [[{ name: 'postgres/more' }, 'more']] }],
    ['has a file twice', { extra: [[{ name: 'postgres/PG_VERSION' }, '18']] }],
    ['has no database', { files: { 'media/media/3f/a-3f': 'picture' } }],
  ])('that %s leaves nothing', async (_, options) => {
    await expectRefusal(await writeArchive(options), 'BACKUP_DAMAGED')
  })

  it.each<[string, Entry]>([
    ['climbs out', [{ name: 'postgres/../../outside' }, 'x']],
    ['climbs out at once', [{ name: '../outside' }, 'x']],
    ['is absolute', [{ name: '/tmp/powerpost-outside' }, 'x']],
    ['has a drive', [{ name: 'C:\\outside' }, 'x']],
    ['is hidden', [{ name: 'postgres/.ssh' }, 'x']],
    ['stands beside the folders', [{ name: 'outside' }, 'x']],
    ['replaces a folder', [{ name: 'postgres' }, 'x']],
    ['is a symbolic link', [{ name: 'postgres/link', type: 'symlink', linkname: '/etc/passwd' }]],
    ['is a hard link', [{ name: 'postgres/link', type: 'link', linkname: '/etc/passwd' }]],
    ['is a device', [{ name: 'postgres/device', type: 'character-device', devmajor: 1, devminor: 3 }]],
  ])('with an entry that %s is not touched', async (_, entry) => {
    await expectRefusal(await writeArchive({ extra: [entry] }), 'BACKUP_UNSAFE')
    expect(existsSync('/tmp/powerpost-outside')).toBe(false)
  })

  it('of a newer version, of another format, or of something else is refused', async () => {
    await expectRefusal(await writeArchive({ about: { migrations: ['9999-of-tomorrow'] } }), 'BACKUP_NEWER')
    await expectRefusal(await writeArchive({ about: { format: 2 } }), 'NOT_A_BACKUP')
    const file = join(directory, 'backup.tar.gz')
    await writeFile(file, 'not packed at all')
    await expectRefusal(file, 'BACKUP_DAMAGED')
    await expect(restoreBackup({ file: join(directory, 'none'), dataDirectory: target() })).rejects.toMatchObject({
      code: 'NO_FILE',
    })
  })
})
