import { z } from 'zod'

// What the Graph API answers. Nothing is asked of an answer that is not needed: Meta adds and drops fields.

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const errorSchema = z.object({
  error: z.object({
    message: z.string().default(''),
    type: z.string().optional(),
    code: z.number().optional(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
    /** Of an upload: where it goes on. */
    error_data: z.unknown().optional(),
  }),
})

export type GraphErrorBody = z.output<typeof errorSchema>['error']

/** Shares of a limit that are used up, in percent: https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
const usageSchema = z.object({
  call_count: z.number().default(0),
  total_time: z.number().default(0),
  total_cputime: z.number().default(0),
})

export type Usage = z.output<typeof usageSchema>

/** Of `x-app-usage`, and of `x-page-usage`, which looks the same. */
export const appUsageSchema = usageSchema

/** Of `x-business-use-case-usage`: by the id of a business, page or account. */
export const businessUsageSchema = z.record(
  z.string(),
  z.array(
    usageSchema.extend({
      type: z.string().default(''),
      /** Minutes; 0 while nothing is refused. */
      estimated_time_to_regain_access: z.number().default(0),
    }),
  ),
)

export const idSchema = z.object({ id: z.string().min(1) })
