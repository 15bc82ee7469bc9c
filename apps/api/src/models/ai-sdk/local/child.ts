import type { LocalReport } from './protocol.ts'
import { commandSchema } from './protocol.ts'
import { loadModel } from './load-model.ts'

// The process of a local model: `child.ts PACKAGE [MODEL]`. It ends when its server does. Without a model it says whether the
// package runs here.
const [packageDirectory = '', modelPath] = process.argv.slice(2)
const stops = new Map<number, AbortController>()
const report = (message: LocalReport) => process.send?.(message)

process.on('disconnect', () => process.exit())

const loaded = await loadModel({ packageDirectory, modelPath })
if ('reason' in loaded) {
  // Sent, and only then ended.
  process.send?.({ type: 'unusable', ...loaded } satisfies LocalReport, () => process.exit(1))
} else {
  const { threads, answer } = loaded
  process.on('message', async (message) => {
    const command = commandSchema.parse(message)
    const { id } = command
    if (command.type === 'stop') return stops.get(id)?.abort()
    const stop = new AbortController()
    stops.set(id, stop)
    const said = await answer(command, { signal: stop.signal, onText: (text) => report({ type: 'text', id, text }) })
    stops.delete(id)
    report('reason' in said ? { type: 'fault', id, ...said } : { type: 'done', id, ...said })
  })
  report({ type: 'ready', threads })
}
