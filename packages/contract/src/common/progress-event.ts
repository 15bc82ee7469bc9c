import { z } from 'zod'
import { timestamp } from './ids.ts'

/** How many days after the end of a run its events are kept. Its last one stays as long as what the run made. */
export const RUN_EVENT_DAYS = 7

/** The schema of one event of a stream of progress. */
export function progressEvent<Name extends string, Data extends z.ZodType>(
  name: Name,
  data: Data,
  { id, description }: { readonly id: string; readonly description: string },
) {
  return z
    .object({
      number: z.int().positive().meta({
        description:
          "The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the stream.",
      }),
      event: z.literal(name).meta({ description: 'The name of the event. Also the `event` of the stream.' }),
      timestamp: timestamp('When it happened.'),
      data: data.meta({ description: 'The details of the event.' }),
    })
    .meta({ id, description })
}
