/** An answer of a vendor, read. */
export interface VendorAnswer {
  readonly status: number
  readonly headers: Headers
  /** Of JSON, parsed; of anything else undefined. */
  readonly body: unknown
  /** As it came, for the log. */
  readonly text: string
}

export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From the vendor's base address on. */
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly signal: AbortSignal
}

/** Sends one request to a vendor, once. Throws what the network does. */
export type VendorHttp = (request: VendorRequest) => Promise<VendorAnswer>

interface HttpOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
}

/** A vendor's answer about a job has a few hundred bytes. */
const MAX_BYTES = 1024 * 1024

/** Speaks JSON to one vendor. Redirects are answers: a key must not travel to another host. */
export function createVendorHttp({ baseUrl, headers }: HttpOptions): VendorHttp {
  return async ({ method, path, body, signal }) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await readBounded(response)
    return { status: response.status, headers: response.headers, body: parse(text), text }
  }
}

async function readBounded({ body }: Response): Promise<string> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new Error(`The answer is larger than ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
