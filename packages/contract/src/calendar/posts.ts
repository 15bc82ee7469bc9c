import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { platformSchema, postTypeSchema } from '../content/terms.ts'
import { calendarDate, clockTime } from './terms.ts'

export const calendarPostSchema = z
  .object({
    post_id: madeId('The post.'),
    item_id: madeId('The item of the post.'),
    post_type: postTypeSchema,
    platform: platformSchema,
    status: z
      .enum(['scheduled', 'posting', 'posted'])
      .meta({ description: '`scheduled`: not yet begun. `posting`: begun. `posted`: it is on the platform.' }),
    at: timestamp('When it was posted, or is to be.'),
    date: calendarDate('The day of that in `time_zone`.'),
    time: clockTime.meta({ description: 'The time of that in `time_zone`.', examples: ['18:30'] }),
    excerpt: z.string().meta({ description: 'How its text begins: at most 200 characters.' }),
    platform_url: z.url().optional().meta({ description: 'The public address of the post. Absent until posted.' }),
  })
  .meta({ id: 'CalendarPost', description: 'An item of a post at its time.' })

export type CalendarPost = z.output<typeof calendarPostSchema>
