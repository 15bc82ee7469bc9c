import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { VideoVendor } from '#video-models/vendors/spec.ts'
import type { FileStep, LookStep, SubmitStep, VideoScript } from './script.ts'
import { inTurn } from './script.ts'
import { VIDEO_WIRES } from './wires/index.ts'
import type { JobState, RawRequest, Reply, SubmittedVideo } from './wires/wire.ts'
import { SAID, WireError } from './wires/wire.ts'

/** What vendors call a portrait. */
const PORTRAITS: ReadonlySet<string | undefined> = new Set(['9:16', '720:1280'])

/** A job that the vendor accepted, and is paid for. */
interface Job extends SubmittedVideo {
  readonly script: VideoScript
  readonly nextLook: () => LookStep
  readonly nextFile: () => FileStep
  lastLook: LookStep
}

export interface FakeVideoVendor {
  readonly baseUrl: string
  /** The jobs that were accepted: each is paid. */
  readonly paid: readonly SubmittedVideo[]
  readonly cancelled: readonly string[]
  /** What of the requests the vendor would not have taken. */
  readonly complaints: readonly string[]
  /** How often the prompt's job was looked at, and its file asked for. */
  countOf(what: 'look' | 'file', prompt: string): number
  close(): Promise<void>
}

interface FakeOptions {
  readonly key: string
  /** The path of the file that it makes. */
  readonly file: string
  /** The path of what it makes when it is asked for a portrait. @default `file` */
  readonly portraitFile?: string
  /** @default a vendor that makes everything at once */
  readonly scriptOf?: (prompt: string) => VideoScript
}

/** Starts a server on loopback that speaks a vendor's wire format, takes nothing else, and behaves as scripted. */
export async function startFakeVideoVendor(
  vendor: VideoVendor,
  { key, file, portraitFile = file, scriptOf = () => ({}) }: FakeOptions,
): Promise<FakeVideoVendor> {
  const wire = VIDEO_WIRES[vendor]
  const jobs = new Map<string, Job>()
  const submits = new Map<string, () => SubmitStep>()
  const cancelled: string[] = []
  const complaints: string[] = []
  const counts = new Map<string, number>()
  let origin = ''

  const count = (what: string, prompt: string) => {
    counts.set(`${what} ${prompt}`, (counts.get(`${what} ${prompt}`) ?? 0) + 1)
  }

  async function submit(raw: RawRequest, response: ServerResponse): Promise<void> {
    const video = wire.read(raw)
    const script = scriptOf(video.prompt)
    const next = submits.get(video.prompt) ?? inTurn(script.submits, 'accept')
    submits.set(video.prompt, next)
    const step = next()
    if (step === 'busy') return send(response, { status: 429, body: { error: SAID } }, { 'retry-after': '1' })
    if (step === 'away') return send(response, { status: 503, body: { error: SAID } })
    if (step === 'refuse') return send(response, wire.refusal)
    if (step === 'no key') return send(response, { status: 401, body: { error: `${SAID} ${key}` } })
    if (step === 'no credit') return send(response, { status: 402, body: { error: SAID } })
    const id = `job-${jobs.size + 1}`
    jobs.set(id, {
      ...video,
      script,
      nextLook: inTurn(script.looks, 'ready'),
      nextFile: inTurn(script.files, 'whole'),
      lastLook: 'working',
    })
    if (step === 'lose') return void response.destroy()
    if (step === 'break') return send(response, { status: 500, body: { error: SAID } })
    await script.answersAfter
    if (step === 'accept') send(response, wire.accepted(id))
  }

  function look(route: 'look' | 'result', id: string, response: ServerResponse): void {
    const job = jobs.get(id)
    if (!job) throw new WireError(`there is no job ${id}`)
    // The result of a job is as far as its status said.
    if (route === 'look') {
      job.lastLook = job.nextLook()
      count('look', job.prompt)
    }
    const step = job.lastLook
    if (step === 'unknown') return send(response, { status: 404, body: { error: SAID } })
    if (step === 'busy') return send(response, { status: 429, body: { error: SAID } })
    if (step === 'broken') return send(response, { status: 500, body: { error: SAID } })
    if (step === 'cut') return void response.destroy()
    if (step === 'web page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>')
    send(response, wire.replyTo(route, id, stateOf(step, `${origin}/files/${id}`)))
  }

  async function serveFile(id: string, response: ServerResponse): Promise<void> {
    const job = jobs.get(id)
    if (!job) return send(response, { status: 404, body: {} })
    count('file', job.prompt)
    const step = job.nextFile()
    if (step === 'missing') return send(response, { status: 404, body: {} })
    if (step === 'hang') return
    const bytes =
      step === 'text'
        ? Buffer.from(SAID.repeat(50))
        : await readFile(job.script.file ?? (PORTRAITS.has(job.shape) ? portraitFile : file))
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': bytes.length })
    if (step !== 'cut') return void response.end(bytes)
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  }

  const server = createServer(async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    try {
      const [, fileId] = /^\/files\/([\w-]+)$/u.exec(path) ?? []
      if (fileId !== undefined) return await serveFile(fileId, response)
      const raw = { method, path, headers, body: await buffer(incoming) }
      for (const [name, value] of Object.entries(wire.headersOf(key))) {
        if (headers[name] !== value) throw new WireError(`${name} is missing or wrong`)
      }
      const route = wire.routeOf(raw)
      if (!route) throw new WireError(`${method} ${path} is not known`)
      if (route.kind === 'submit') return await submit(raw, response)
      if (route.kind !== 'cancel') return look(route.kind, route.job, response)
      cancelled.push(route.job)
      return send(response, { status: 200, body: {} })
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      complaints.push(error.message)
      return send(response, { status: 400, body: { error: error.message } })
    }
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    baseUrl: `${origin}${wire.basePath}`,
    get paid() {
      return [...jobs.values()]
    },
    cancelled,
    complaints,
    countOf: (what, prompt) => counts.get(`${what} ${prompt}`) ?? 0,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function stateOf(step: LookStep, url: string): JobState {
  if (step === 'ready') return { state: 'ready', url }
  if (step === 'failed' || step === 'moderated') return { state: 'failed', moderated: step === 'moderated' }
  return { state: 'working' }
}

function send(response: ServerResponse, { status, body }: Reply, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
