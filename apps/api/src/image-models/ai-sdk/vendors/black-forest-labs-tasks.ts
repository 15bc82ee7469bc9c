import { z } from 'zod'

const taskSchema = z.looseObject({ id: z.string(), status: z.string() })

/** What the vendor says of a task that goes on; the package knows the first alone. */
const GOES_ON: readonly string[] = ['Pending', 'Reasoning', 'Generating']

/**
 * Reads what the vendor says of a task before its package does. The package polls on after `Request Moderated`, until its time
 * is up, and takes other statuses of the vendor's own for nonsense: those by which it says that it still draws, and those by
 * which it says that it will not (https://docs.bfl.ai/api-reference/utility/get-result).
 */
export async function readTasks(fetch: typeof globalThis.fetch): Promise<typeof globalThis.fetch> {
  const { RefusalError } = await import('#models/ai-sdk/calling.ts')
  return async (input, init) => {
    const response = await fetch(input, init)
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !type.includes('json')) return response
    const text = await response.text()
    const task = taskSchema.safeParse(parse(text))
    if (task.success && task.data.status.includes('Moderated')) throw new RefusalError('The task was moderated')
    const body =
      task.success && GOES_ON.includes(task.data.status)
        ? JSON.stringify({ id: task.data.id, status: 'Pending' })
        : text
    return new Response(body, { status: response.status, headers: response.headers })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
