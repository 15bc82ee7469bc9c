import type { RequestOptions } from '../options.ts'
import { isBrowser } from '../platform.ts'
import type { Body, Upload } from './body.ts'
import { createForm } from './form.ts'
import { toSource } from './to-source.ts'
import type { Uploadable, UploadBody, UploadOptions } from './uploadable.ts'

/** A form of one file as a stream (RFC 7578): the file is never held in memory. */
export async function createMultipart({ form, file }: UploadBody, options: RequestOptions): Promise<Body> {
  const { fileName, onProgress }: UploadOptions = options
  const { [file]: content, ...others } = form as Record<string, unknown>
  const source = await toSource(content as Uploadable)
  const fields = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  )
  const upload = { fields, fileField: file, fileName: fileName ?? source.name ?? 'upload', source, onProgress }
  // Browsers send no streams over HTTP/1.1.
  return isBrowser() ? createForm(upload) : createStream(upload)
}

function createStream(upload: Upload): Body {
  const boundary = `powerpost-${crypto.randomUUID()}`
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    once: upload.source.once,
    open: (sent) => ({ body: toStream(write(upload, boundary, sent)), duplex: 'half' }),
  }
}

async function* write(upload: Upload, boundary: string, sent: () => void): AsyncGenerator<Uint8Array> {
  const { source, onProgress, fields, fileField, fileName } = upload
  const encoder = new TextEncoder()
  const head = (name: string, rest = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${escape(name)}"${rest}\r\n\r\n`
  for (const [name, value] of fields) yield encoder.encode(`${head(name)}${value}\r\n`)
  const type = source.type || 'application/octet-stream'
  yield encoder.encode(head(fileField, `; filename="${escape(fileName)}"\r\ncontent-type: ${type}`))
  let count = 0
  for await (const piece of source.open()) {
    yield piece
    sent()
    onProgress?.({ sent: (count += piece.length), total: source.size })
  }
  yield encoder.encode(`\r\n--${boundary}--\r\n`)
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
