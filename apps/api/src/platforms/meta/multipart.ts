import { randomUUID } from 'node:crypto'

/** A file in a form. */
export interface FormFile {
  readonly name: string
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** A `multipart/form-data` body (RFC 7578). Names are ours and need no escaping. */
export function toMultipart(
  fields: Readonly<Record<string, string>>,
  file: FormFile,
): { readonly contentType: string; readonly body: Uint8Array } {
  const boundary = `powerpost-${randomUUID()}`
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const disposition = `Content-Disposition: form-data; name="${file.name}"; filename="${file.fileName}"`
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(texts.join('')),
      Buffer.from(`--${boundary}\r\n${disposition}\r\nContent-Type: ${file.contentType}\r\n\r\n`),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
