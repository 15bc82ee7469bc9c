import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from './free-port.ts'

/** A real PgBouncer in front of a PostgreSQL. */
export interface PgBouncer {
  /** The address of the same database behind it. */
  readonly url: string
  stop(): Promise<void>
}

interface PgBouncerOptions {
  /** The database itself. */
  readonly databaseUrl: string
  /** The port to listen on. @default a free one */
  readonly port?: number
}

/** Like PostgreSQL it refuses to run as root; this is the user nobody, everywhere. */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 }

/** Connections to PostgreSQL: fewer than the clients of one process have, so that each changes hands all the time. */
const POOL_SIZE = 5

/** Starts a PgBouncer that gives a connection to another client after each transaction, and keeps no prepared statements. */
export async function startPgBouncer({ databaseUrl, port: asked }: PgBouncerOptions): Promise<PgBouncer> {
  const { hostname, port: databasePort, username, password, pathname } = new URL(databaseUrl)
  const port = asked ?? (await findFreePort())
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-pgbouncer-'))
  const users = join(directory, 'users.txt')
  const settings = join(directory, 'pgbouncer.ini')
  await writeFile(users, `"${username}" "${password}"\n`)
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${databasePort} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${POOL_SIZE}
max_client_conn = 200
`,
  )
  await chmod(directory, 0o755)
  const runAs = process.getuid?.() === 0 ? UNPRIVILEGED : {}
  const bouncer = spawn('pgbouncer', [settings], { ...runAs, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(bouncer, 'exit')
  await untilUp(bouncer.stderr, exited)
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`,
    async stop() {
      bouncer.kill('SIGTERM')
      await exited
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function untilUp(log: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<void> {
  let written = ''
  const up = new Promise<void>((resolve) => {
    log.on('data', (chunk: Buffer) => {
      written += chunk.toString()
      if (written.includes('process up')) resolve()
    })
  })
  await Promise.race([up, exited.then(() => Promise.reject(new Error(`PgBouncer ended:\n${written}`)))])
}
