import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { ImageVendor } from '#image-models/ai-sdk/spec.ts'
import sharp from 'sharp'
import type { Behaviour } from './behaviours.ts'
import { send } from './behaviours.ts'
import { IMAGE_WIRES } from './wires/index.ts'
import type { PictureRequest, RawRequest, Reply, Step } from './wires/wire.ts'
import { WireError } from './wires/wire.ts'

export interface FakeImageVendor {
  readonly baseUrl: string
  /** The pictures that were asked for. */
  readonly requests: readonly PictureRequest[]
  readonly steps: readonly Step[]
  /** What of the requests the vendor would not have taken. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

interface FakeOptions {
  readonly key: string
  /** The format that it draws in. @default 'jpeg' */
  readonly format?: 'jpeg' | 'png' | 'webp' | 'gif'
}

/** Starts a server on loopback that speaks a vendor's wire format, takes nothing else, and behaves as scripted. */
export async function startFakeImageVendor(
  vendor: ImageVendor,
  behaviour: Behaviour,
  { key, format = 'jpeg' }: FakeOptions,
): Promise<FakeImageVendor> {
  const wire = IMAGE_WIRES[vendor]
  const tasks = new Map<string, PictureRequest>()
  const requests: PictureRequest[] = []
  const steps: Step[] = []
  const complaints: string[] = []
  let origin = ''

  async function accept(raw: RawRequest, step: Step): Promise<{ id: string; request: PictureRequest | undefined }> {
    const carriesKey = wire.hasKey(raw, key)
    if (carriesKey === wire.withoutKey.includes(step)) throw new WireError(`the key of ${step}`)
    const known = /[^/=]+$/u.exec(raw.path)?.[0] ?? ''
    if (step !== 'submit') return { id: known, request: tasks.get(known) }
    const request = await wire.read(raw)
    requests.push(request)
    const id = `task-${requests.length}`
    tasks.set(id, request)
    return { id, request }
  }

  const server = createServer(async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    const raw = { method, path, headers, body: await buffer(incoming) }
    try {
      const step = wire.stepOf(raw)
      if (!step) throw new WireError(`${method} ${path} is not known`)
      const { id, request } = await accept(raw, step)
      steps.push(step)
      const good = async (): Promise<Reply> =>
        wire.reply(step, { origin, id, picture: await paint(request, id, format) })
      await behaviour({ wire, step, request, response, good })
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      complaints.push(error.message)
      send(response, { status: 400, body: wire.error(400, error.message) })
    }
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    baseUrl: `${origin}${wire.basePath}`,
    requests,
    steps,
    complaints,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** One colour, another for each task. */
async function paint(request: PictureRequest | undefined, id: string, format: 'jpeg' | 'png' | 'webp' | 'gif') {
  const { width, height } = request ?? { width: 1024, height: 1024 }
  const shade = (Number(id.replace(/\D/gu, '')) * 40) % 256
  const picture = sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 160 } } })
  return { mimeType: `image/${format}`, bytes: await picture.toFormat(format).toBuffer() }
}
