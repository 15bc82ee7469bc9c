import { constants, cpSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFs } from './durable-fs.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './messages.ts'
import { createStartParams } from './start-params.ts'

// PGlite never yields while it works: in the server's own thread every query would stall every request.

const port = parentPort
if (!port) throw new Error('This file is a worker: start it as one')

const { directory, durable } = workerData as WorkerOptions
const pglite = await PGlite.create({
  ...(directory !== undefined && (durable ? { fs: new DurableNodeFs(directory) } : { dataDir: directory })),
  startParams: createStartParams(PGlite.defaultStartParams, { durable }),
})

function send(message: FromWorker): void {
  port?.postMessage(message)
}

/** PGlite has made the bytes for us: they are handed over. */
function answer(id: number, bytes: Uint8Array): void {
  port?.postMessage({ kind: 'answer', id, bytes } satisfies FromWorker, [bytes.buffer as ArrayBuffer])
}

/** While this runs nothing is written: it is the database's own thread. */
function copyFiles(to: string): { readonly error?: Error } {
  try {
    if (directory === undefined) throw new Error('A database in memory has no files')
    cpSync(directory, to, { recursive: true, errorOnExist: true, force: false, mode: constants.COPYFILE_FICLONE })
    return {}
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'request':
      return answer(message.id, await pglite.execProtocolRaw(message.bytes))
    case 'reset':
      // The next connection prepares its statements itself, under the same names.
      await pglite.exec('ROLLBACK; DEALLOCATE ALL')
      return
    case 'copy':
      return send({ kind: 'copied', ...copyFiles(message.to) })
    case 'close':
      await pglite.close()
      return send({ kind: 'closed' })
  }
}

let last: Promise<void> = Promise.resolve()
port.on('message', (message: ToWorker) => {
  last = last.then(() => handle(message))
})

send({ kind: 'ready' })
