import type { VideoWire } from './wire.ts'
import { onlyKnown, oneOf, readAudio, readImage, readJson, readText, SAID } from './wire.ts'

/** https://replicate.com/docs/reference/http */
export const replicate: VideoWire = {
  basePath: '/v1',
  headersOf: (key) => ({ authorization: `Bearer ${key}` }),
  routeOf({ method, path }) {
    if (method === 'POST' && /^\/v1\/models\/[\w.-]+\/[\w.-]+\/predictions$/u.test(path)) return { kind: 'submit' }
    const [, job, cancel] = /^\/v1\/predictions\/([\w-]+)(\/cancel)?$/u.exec(path) ?? []
    if (job === undefined) return undefined
    if (cancel !== undefined) return method === 'POST' ? { kind: 'cancel', job } : undefined
    return method === 'GET' ? { kind: 'look', job } : undefined
  },
  read(request) {
    const [, model = ''] = /^\/v1\/models\/(.+)\/predictions$/u.exec(request.path) ?? []
    const { input } = readJson(request, ['input'])
    const known = ['prompt', 'aspect_ratio', 'duration', 'resolution', 'generate_audio', 'seed', 'image']
    const fields = onlyKnown(input, known)
    return {
      model,
      prompt: readText(fields['prompt'], 'prompt'),
      shape: oneOf(fields['aspect_ratio'], ['16:9', '9:16'], 'aspect_ratio'),
      seconds: oneOf(fields['duration'], [4, 6, 8], 'duration'),
      audio: readAudio(fields['generate_audio']),
      image: readImage(fields['image']),
    }
  },
  accepted: (id) => ({ status: 201, body: predictionOf(id, 'starting') }),
  replyTo(_, id, state) {
    if (state.state === 'working') return { status: 200, body: predictionOf(id, 'processing') }
    if (state.state === 'ready') return { status: 200, body: { ...predictionOf(id, 'succeeded'), output: state.url } }
    const error = state.moderated ? `${SAID}: flagged as sensitive (E005)` : SAID
    return { status: 200, body: { ...predictionOf(id, 'failed'), error } }
  },
  refusal: {
    status: 422,
    body: { title: 'Input validation failed', detail: `${SAID}: flagged as sensitive`, status: 422 },
  },
}

function predictionOf(id: string, status: string) {
  return { id, status, output: null, error: null, logs: '', created_at: '2026-11-22T18:53:52.000Z' }
}
