import type { RequestOptions } from '../options.ts'
import { isBrowser } from '../platform.ts'
import { createKey } from '../random.ts'
import type { Body } from './body.ts'
import type { Source } from './source.ts'
import { toSource } from './to-source.ts'
import type { Uploadable, UploadBody, UploadOptions } from './uploadable.ts'
import { sendByXhr } from './xhr.ts'

/** What stands around the file, and the file. */
interface Parts {
  readonly before: string
  readonly source: Source
  readonly after: string
  readonly onProgress: UploadOptions['onProgress']
}

/** A form of one file (RFC 7578): as a stream, so that the file is never held in memory. */
export async function createMultipart({ form, file }: UploadBody, options: RequestOptions): Promise<Body> {
  const { fileName, onProgress }: UploadOptions = options
  const { [file]: content, ...others } = form as Record<string, unknown>
  const source = await toSource(content as Uploadable)
  const boundary = `powerpost-${createKey()}`
  const head = (name: string, rest = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${escape(name)}"${rest}\r\n\r\n`
  const fields = Object.entries(others).map(([name, value]) =>
    value === undefined ? '' : `${head(name)}${String(value)}\r\n`,
  )
  const type = source.type || 'application/octet-stream'
  const name = escape(fileName ?? source.name ?? 'upload')
  const parts = {
    before: `${fields.join('')}${head(file, `; filename="${name}"\r\ncontent-type: ${type}`)}`,
    source,
    after: `\r\n--${boundary}--\r\n`,
    onProgress,
  }
  // Browsers send no streams over HTTP/1.1.
  const body = isBrowser() ? await openBlob(parts) : openStream(parts)
  return { contentType: `multipart/form-data; boundary=${boundary}`, ...body }
}

function openStream({ before, source, after, onProgress }: Parts): Omit<Body, 'contentType'> {
  const encoder = new TextEncoder()
  async function* write(sent: () => void): AsyncGenerator<Uint8Array> {
    yield encoder.encode(before)
    let count = 0
    for await (const piece of source.open()) {
      yield piece
      sent()
      onProgress?.({ sent: (count += piece.length), total: source.size })
    }
    yield encoder.encode(after)
  }
  return { once: source.once, open: (sent) => ({ body: toStream(write(sent)), duplex: 'half' }) }
}

/** A `Blob` stays where it is; a stream is read into memory first. */
async function openBlob({ before, source, after, onProgress }: Parts): Promise<Omit<Body, 'contentType'>> {
  const pieces: BlobPart[] = source.blob ? [source.blob] : []
  if (!source.blob) for await (const piece of source.open()) pieces.push(new Uint8Array(piece))
  const file = new Blob(pieces)
  const body = new Blob([before, file, after])
  let reportSent = () => {}
  const onSent = (bytes: number) => {
    reportSent()
    onProgress?.({ sent: Math.min(bytes, file.size), total: file.size })
  }
  return {
    once: false,
    open: (sent) => {
      reportSent = sent
      return { body }
    },
    send: onProgress && sendByXhr(onSent),
  }
}

/** As browsers do (HTML, "multipart/form-data encoding algorithm"). */
function escape(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
}

function toStream(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
