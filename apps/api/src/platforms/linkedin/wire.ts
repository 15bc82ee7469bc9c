import { z } from 'zod'

// What LinkedIn answers. Nothing is asked of an answer that is not needed: LinkedIn adds and drops fields.

export const tokensSchema = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  /** Seconds. */
  refresh_token_expires_in: z.number().positive().optional(),
  /** With commas or spaces between them. */
  scope: z.string().optional(),
})

export const oauthErrorSchema = z.object({ error: z.string(), error_description: z.string().default('') })

export const userinfoSchema = z.object({
  sub: z.string().min(1),
  name: z.string().default(''),
  picture: z.string().optional(),
})

export const meSchema = z.object({
  id: z.string().min(1),
  localizedFirstName: z.string().default(''),
  localizedLastName: z.string().default(''),
})

const pagingSchema = z.object({ links: z.array(z.object({ rel: z.string() })).default([]) }).optional()

export const rolesSchema = z.object({
  elements: z.array(
    z.object({
      role: z.string().optional(),
      state: z.string().optional(),
      organization: z.string().optional(),
    }),
  ),
  paging: pagingSchema,
})

export const organizationsSchema = z.object({
  results: z.record(z.string(), z.object({ localizedName: z.string().optional() })).default({}),
})

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export const errorSchema = z.object({
  message: z.string().default(''),
  code: z.string().optional(),
  serviceErrorCode: z.number().optional(),
  errorDetails: z.object({ inputErrors: z.array(z.object({ code: z.string().optional() })).optional() }).optional(),
})

const expiry = z.number().positive().optional()

export const imageUploadSchema = z.object({
  value: z.object({ image: z.string().min(1), uploadUrl: z.url(), uploadUrlExpiresAt: expiry }),
})

export const documentUploadSchema = z.object({
  value: z.object({ document: z.string().min(1), uploadUrl: z.url(), uploadUrlExpiresAt: expiry }),
})

export const videoUploadSchema = z.object({
  value: z.object({
    video: z.string().min(1),
    uploadToken: z.string().default(''),
    uploadUrlsExpireAt: expiry,
    uploadInstructions: z
      .array(
        z.object({
          uploadUrl: z.url(),
          firstByte: z.int().nonnegative(),
          /** Counted. */
          lastByte: z.int().nonnegative(),
        }),
      )
      .min(1),
  }),
})

export const assetSchema = z.object({ status: z.string() })

const listedPostSchema = z.object({
  id: z.string().min(1),
  commentary: z.string().default(''),
  /** Milliseconds since 1970. */
  createdAt: z.number().optional(),
  publishedAt: z.number().optional(),
  content: z
    .object({
      media: z.object({ id: z.string().optional() }).optional(),
      multiImage: z.object({ images: z.array(z.object({ id: z.string().optional() })).default([]) }).optional(),
      /** The picture of a link. */
      article: z.object({ thumbnail: z.string().optional() }).optional(),
    })
    .optional(),
})

export type ListedPost = z.output<typeof listedPostSchema>

export const postListSchema = z.object({ elements: z.array(listedPostSchema), paging: pagingSchema })
