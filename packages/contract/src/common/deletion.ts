import { z } from 'zod'

/** The answer to every deletion. */
export const deletedSchema = z
  .object({ success: z.literal(true).meta({ description: 'Always true: an error has another status.' }) })
  .meta({ id: 'Deleted', description: 'The resource was deleted.' })

export const deletedExample = { success: true } satisfies z.output<typeof deletedSchema>
