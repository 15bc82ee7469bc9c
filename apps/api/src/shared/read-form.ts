import type { z } from 'zod'

/** More than any form here has: a hundred fields of a hundred characters. */
const MAX_FORM_BYTES = 64 * 1024
const LONGEST_BODY_MS = 20_000

/** A request, as far as a form is read from it. */
interface FormRequest extends AsyncIterable<unknown> {
  destroy(): unknown
}

/**
 * The fields of a form that a page sent. What is too long, or no form, is read as a form without fields. Who sends it too slowly
 * is cut off.
 */
export async function readForm<Schema extends z.ZodType>(
  request: FormRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const fields = new URLSearchParams(await readText(request))
  const names = [...new Set(fields.keys())]
  return schema.parse(
    Object.fromEntries(
      names.map((name) => {
        const values = fields.getAll(name)
        return [name, values.length === 1 ? values[0] : values]
      }),
    ),
  )
}

async function readText(request: FormRequest): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  const late = setTimeout(() => request.destroy(), LONGEST_BODY_MS)
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue
      bytes += chunk.length
      if (bytes <= MAX_FORM_BYTES) chunks.push(chunk)
    }
  } finally {
    clearTimeout(late)
  }
  return bytes <= MAX_FORM_BYTES ? Buffer.concat(chunks).toString('utf8') : ''
}
