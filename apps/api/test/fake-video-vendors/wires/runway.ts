import type { VideoWire } from './wire.ts'
import { oneOf, readImage, readJson, readText, SAID } from './wire.ts'

const FIELDS = ['model', 'promptText', 'ratio', 'duration', 'seed']

/** https://docs.dev.runwayml.com/api */
export const runway: VideoWire = {
  basePath: '',
  headersOf: (key) => ({ authorization: `Bearer ${key}`, 'x-runway-version': '2024-11-06' }),
  routeOf({ method, path }) {
    if (method === 'POST' && /^\/v1\/(?:text|image)_to_video$/u.test(path)) return { kind: 'submit' }
    const [, job] = /^\/v1\/tasks\/([\w-]+)$/u.exec(path) ?? []
    if (job === undefined) return undefined
    if (method === 'DELETE') return { kind: 'cancel', job }
    return method === 'GET' ? { kind: 'look', job } : undefined
  },
  read(request) {
    const hasImage = request.path === '/v1/image_to_video'
    const fields = readJson(request, hasImage ? [...FIELDS, 'promptImage'] : FIELDS)
    return {
      model: oneOf(fields['model'], ['gen4.5'], 'model'),
      prompt: readText(fields['promptText'], 'promptText'),
      shape: oneOf(fields['ratio'], ['1280:720', '720:1280'], 'ratio'),
      seconds: oneOf(fields['duration'], [2, 3, 4, 5, 6, 7, 8, 9, 10], 'duration'),
      audio: undefined,
      image: readImage(fields['promptImage']),
    }
  },
  accepted: (job) => ({ status: 200, body: { id: job } }),
  replyTo(_, id, state) {
    const createdAt = '2026-11-22T18:53:52.000Z'
    if (state.state === 'working') return { status: 200, body: { id, status: 'RUNNING', createdAt, progress: 0.4 } }
    if (state.state === 'ready') {
      return { status: 200, body: { id, status: 'SUCCEEDED', createdAt, output: [state.url] } }
    }
    const failureCode = state.moderated ? 'SAFETY.INPUT.TEXT' : 'INTERNAL.BAD_OUTPUT.CODE01'
    return { status: 200, body: { id, status: 'FAILED', createdAt, failure: SAID, failureCode } }
  },
  refusal: { status: 400, body: { error: SAID, code: 'SAFETY.INPUT.TEXT' } },
}
