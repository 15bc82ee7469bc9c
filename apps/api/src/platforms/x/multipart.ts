import { randomUUID } from 'node:crypto'

interface Part {
  readonly name: string
  readonly value: string | Uint8Array
}

/** A `multipart/form-data` body (RFC 7578). Names are ours and need no escaping. */
export function toMultipart(parts: readonly Part[]): { contentType: string; body: Uint8Array } {
  const boundary = `powerpost-${randomUUID()}`
  const chunks = parts.flatMap(({ name, value }) => [
    Buffer.from(`--${boundary}\r\n${headOf(name, value)}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

function headOf(name: string, value: string | Uint8Array): string {
  const disposition = `Content-Disposition: form-data; name="${name}"`
  return typeof value === 'string'
    ? disposition
    : `${disposition}; filename="segment"\r\nContent-Type: application/octet-stream`
}
