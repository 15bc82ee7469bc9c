import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'

export const mediaTypeSchema = z.enum(['image', 'video']).meta({
  id: 'MediaType',
  description: 'What a file is.',
})

export type MediaType = z.output<typeof mediaTypeSchema>

const MEBIBYTE = 1024 * 1024

/** What may be uploaded, by media type. The bytes decide the format, not the name or the header. */
export const MEDIA_RULES = {
  image: { mimeTypes: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 10 * MEBIBYTE },
  video: { mimeTypes: ['video/mp4', 'video/quicktime', 'video/webm'], maxBytes: 500 * MEBIBYTE },
} as const satisfies Record<MediaType, { readonly mimeTypes: readonly string[]; readonly maxBytes: number }>

/** What the media of one account may have together, in bytes: 10 GiB. */
export const STORAGE_QUOTA_BYTES = 10 * 1024 * MEBIBYTE

export const mimeTypeSchema = z
  .enum([...MEDIA_RULES.image.mimeTypes, ...MEDIA_RULES.video.mimeTypes])
  .meta({ description: 'The format, as its bytes say.' })

export const uploadMediaRequestSchema = z
  .object({
    file: z.file().meta({ description: 'The file: JPEG, PNG or WebP up to 10 MiB; MP4, MOV or WebM up to 500 MiB.' }),
    type: mediaTypeSchema,
  })
  .meta({ id: 'UploadMediaRequest', description: 'A file and what it is, in either order.' })

export const mediaSchema = z
  .object({
    media_id: madeId('Unique id of the file. Give it as one of `media_ids`.'),
    type: mediaTypeSchema,
    file_name: z.string().meta({ description: 'The name it was uploaded under.', examples: ['launch.jpg'] }),
    file_size: z.int().positive().meta({ description: 'In bytes.' }),
    mime_type: mimeTypeSchema,
    width: z.int().positive().meta({ description: 'In pixels, as shown: after the rotation the file asks for.' }),
    height: z.int().positive().meta({ description: 'In pixels, as shown: after the rotation the file asks for.' }),
    duration_seconds: z
      .number()
      .positive()
      .optional()
      .meta({ description: 'Of a video, in seconds. Absent for an image.' }),
    created_at: timestamp('When it was uploaded.'),
  })
  .meta({ id: 'Media', description: 'An uploaded picture or video.' })

export type Media = z.output<typeof mediaSchema>
export type MimeType = z.output<typeof mimeTypeSchema>
