import { parentPort } from 'node:worker_threads'
import { composeCard } from '../compose-card.ts'
import type { FromComposer, ToComposer } from './messages.ts'

parentPort?.on('message', ({ id, brief }: ToComposer) => {
  composeCard(brief).then(
    (card) => send({ id, card }),
    (error: unknown) => send({ id, error: error instanceof Error ? error : new Error(String(error)) }),
  )
})

function send(message: FromComposer): void {
  parentPort?.postMessage(message)
}
