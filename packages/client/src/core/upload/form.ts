import type { Body, Upload } from './body.ts'
import { sendByXhr } from './xhr.ts'

/** A form as browsers write it down. A `Blob` stays where it is; a stream is read into memory first. */
export async function createForm({ source, fields, fileField, fileName, onProgress }: Upload): Promise<Body> {
  const blob = source.blob ?? new Blob(await collect(source.open()))
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.append(fileField, blob, fileName)
  let reportSent = () => {}
  const onSent = (bytes: number) => {
    reportSent()
    onProgress?.({ sent: Math.min(bytes, blob.size), total: blob.size })
  }
  return {
    contentType: undefined,
    once: false,
    open: (sent) => {
      reportSent = sent
      return { body }
    },
    send: onProgress && sendByXhr(onSent),
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<BlobPart[]> {
  const collected: BlobPart[] = []
  for await (const piece of pieces) collected.push(new Uint8Array(piece))
  return collected
}
