import { z } from 'zod'
import { integerInQuery } from './integer-in-query.ts'
import { boundedText } from './text.ts'

/** How a list is asked for, page by page. */
export const pageQuery = {
  limit: integerInQuery(
    z
      .int()
      .min(1)
      .max(100)
      .default(20)
      .meta({ description: 'The maximum number of items on a page, 1-100.', examples: [20] }),
  ),
  cursor: boundedText({ min: 1, max: 256 })
    .optional()
    .meta({ description: 'The `next_cursor` of the previous page of this list, with the same filters. Opaque.' }),
}

/** A page of a list, newest first; stable while items are added. */
export function pageOf<Item extends z.ZodType>(id: string, description: string, item: Item) {
  return z
    .object({
      data: z.array(item).meta({ description: 'The items of this page, newest first.' }),
      next_cursor: z
        .string()
        .nullable()
        .meta({ description: 'Pass it as `cursor` to get the next page; null on the last page.' }),
      has_more: z.boolean().meta({ description: 'Whether there is a next page.' }),
    })
    .meta({ id, description })
}
