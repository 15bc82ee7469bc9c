import { dirname } from 'node:path'
import { ChildError, runChild } from '#shared/run-child.ts'
import { z } from 'zod'
import { RenditionError } from './errors.ts'
import type { Recipe } from './recipe.ts'

interface RenderOptions {
  readonly recipe: Recipe
  /** Of the original. */
  readonly input: string
  /** Where the rendition is written. */
  readonly output: string
  readonly signal: AbortSignal
}

const PROGRAMS = {
  image: { entry: new URL('./image-child.ts', import.meta.url), timeoutMs: 60_000 },
  video: { entry: new URL('./video-child.ts', import.meta.url), timeoutMs: 20 * 60_000 },
} as const satisfies Record<Recipe['kind'], object>

const START_TIMEOUT_MS = 60_000

const answerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('made'),
    /** What had to be done beyond the plan. */
    changes: z.array(z.object({ change: z.string().max(50), message: z.string().max(300) })).max(10),
  }),
  z.object({ type: z.literal('impossible'), message: z.string().max(300) }),
])

/**
 * Makes a rendition in a process that may be killed.
 *
 * @returns what was changed beyond the plan
 * @throws RenditionError; ChildError when no process could be started; or the signal's reason
 */
export async function render({ recipe, input, output, signal }: RenderOptions) {
  const program = { ...PROGRAMS[recipe.kind], maxHeapMb: 256, loadsNativeCode: true, startTimeoutMs: START_TIMEOUT_MS }
  const writesTo = dirname(output)
  const args = [input, output, JSON.stringify(recipe)]
  const answer = answerSchema.safeParse(
    await runChild({ ...program, arguments: args, writesTo, signal }).catch((error: unknown) => {
      throw error instanceof ChildError ? explain(error) : error
    }),
  )
  if (!answer.success) throw new RenditionError(CANNOT, { isRetryable: false, cause: answer.error })
  if (answer.data.type === 'impossible') throw new RenditionError(answer.data.message, { isRetryable: false })
  return answer.data.changes
}

const CANNOT = 'The file cannot be converted.'

function explain(cause: ChildError): Error {
  switch (cause.failure) {
    case 'not_started':
      return cause
    case 'died':
      return new RenditionError(CANNOT, { isRetryable: false, cause })
    case 'too_long':
      return new RenditionError('Converting the file took too long.', { isRetryable: true, cause })
  }
}
