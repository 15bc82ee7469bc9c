import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { REPOSITORY } from './paths.ts'

/** The server of this repository, as a process of its own, on an empty data directory. */
export interface Server {
  readonly environment: Readonly<Record<'POWERPOST_BASE_URL' | 'POWERPOST_API_KEY' | 'POWERPOST_WORKSPACE_ID', string>>
  stop(): Promise<void>
}

const API_KEY = 'pp_live_sk_aRehearsalOfARelease0000'
const WORKSPACE_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

export async function startServer(dataDirectory: string): Promise<Server> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [join(REPOSITORY, 'apps/api/src/main.ts')], {
    cwd: dataDirectory,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      POWERPOST_DATA_DIR: dataDirectory,
      POWERPOST_BOOTSTRAP_API_KEY: API_KEY,
      POWERPOST_BOOTSTRAP_WORKSPACE_ID: WORKSPACE_ID,
    },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    await wait(100)
  }
  return {
    environment: { POWERPOST_BASE_URL: url, POWERPOST_API_KEY: API_KEY, POWERPOST_WORKSPACE_ID: WORKSPACE_ID },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}
