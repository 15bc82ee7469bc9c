import { z } from 'zod'

/** The answer to every deletion. */
export const deletedSchema = z
  .object({ success: z.literal(true).meta({ description: 'Always true: a failure has another status.' }) })
  .meta({ id: 'Deleted', description: 'It was deleted.' })

export const deletedExample = { success: true } satisfies z.output<typeof deletedSchema>
