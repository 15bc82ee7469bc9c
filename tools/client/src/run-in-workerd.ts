import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { TOOLS } from './paths.ts'
import { run } from './run.ts'
import type { Runtime } from './runtime.ts'
import type { Access } from './server.ts'
import { bundle } from './sizes.ts'

// Its command is a script around this, which hands no pipe on.
const { default: binary } = createRequire(import.meta.url)('workerd') as { readonly default: string }

/** Cloudflare's runtime: the program as a worker, asked once. */
export const runInWorkerd: Runtime = {
  version: async () => {
    const said = await run({ command: binary, arguments: ['--version'], directory: TOOLS })
    return said.replace('workerd', '').trim()
  },
  async smoke({ project, access }) {
    await writeFile(join(project, 'bundle.mjs'), await bundle(join(project, 'worker.mjs'), ['workerd', 'worker']))
    await writeFile(join(project, 'config.capnp'), configure(access))
    const worker = spawn(binary, ['serve', 'config.capnp', '--control-fd=3'], {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    })
    try {
      const port = await readPort(worker.stdio[3])
      const response = await fetch(`http://127.0.0.1:${port}/`)
      if (!response.ok) throw new Error(`The worker answered ${response.status}: ${await response.text()}`)
      return await response.text()
    } finally {
      const exited = once(worker, 'exit')
      worker.kill()
      await exited
    }
  },
}

/** workerd tells which port it was given, a JSON object a line. */
async function readPort(control: unknown): Promise<number> {
  let said = ''
  for await (const chunk of control as AsyncIterable<Buffer>) {
    said += chunk.toString()
    const port = /"port":\s*(\d+)/.exec(said)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error(`workerd ended: ${said}`)
}

function configure({ POWERPOST_BASE_URL, POWERPOST_API_KEY, POWERPOST_WORKSPACE_ID }: Access): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundle.mjs")],
  compatibilityDate = "2026-01-01",
  bindings = [
    (name = "baseUrl", text = "${POWERPOST_BASE_URL}"),
    (name = "apiKey", text = "${POWERPOST_API_KEY}"),
    (name = "workspaceId", text = "${POWERPOST_WORKSPACE_ID}"),
  ],
);
`
}
