import { parentPort } from 'node:worker_threads'
import { composeCard } from '../compose-card.ts'
import type { FromComposer, ToComposer } from './messages.ts'

parentPort?.on('message', ({ id, brief }: ToComposer) => {
  composeCard(brief).then(
    (card) => tell({ id, card }),
    (error: unknown) => tell({ id, error: error instanceof Error ? error : new Error(String(error)) }),
  )
})

function tell(message: FromComposer): void {
  parentPort?.postMessage(message)
}
