import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { startServerProcess } from '../test/harness/server-process.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds } from './environment.ts'

const IDLE_SECONDS = 10

/** How long a first and a later start take until the server is ready, and what it holds when nobody asks for anything. */
export async function measureStarts(kind: DatabaseKind): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  const first = await timeStart()
  await stop(first.server)
  const later = await timeStart()
  await wait(IDLE_SECONDS * 1000)
  const memory = await residentMegabytes(later.server.pid)
  await stop(later.server)
  await database.remove()
  return {
    'first start': milliseconds(first.duration),
    'later start': milliseconds(later.duration),
    [`resident memory after ${IDLE_SECONDS} s of rest`]: memory,
  }

  async function timeStart() {
    const start = performance.now()
    const server = await startServerProcess({ database })
    return { server, duration: performance.now() - start }
  }
}

async function stop(server: Awaited<ReturnType<typeof startServerProcess>>): Promise<void> {
  server.kill('SIGTERM')
  await server.exited
}

/** From proc_pid_status(5): Linux only. */
async function residentMegabytes(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  return kilobytes === undefined ? 'not known here' : `${Math.round(Number(kilobytes) / 1024)} MiB`
}
