import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { warningsShape } from '../common/warnings.ts'
import { webAddress } from '../common/web-address.ts'
import { encodingShape, originalFileSchema } from './facts.ts'

export const mediaTypeSchema = z.enum(['image', 'video', 'document']).meta({
  id: 'MediaType',
  description: 'The kind of a media file.',
})

export type MediaType = z.output<typeof mediaTypeSchema>

const MEBIBYTE = 1024 * 1024

/** What may be uploaded, by media type. The bytes decide the format, not the name or the header. */
export const MEDIA_RULES = {
  image: { mimeTypes: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 10 * MEBIBYTE },
  video: { mimeTypes: ['video/mp4', 'video/quicktime', 'video/webm'], maxBytes: 500 * MEBIBYTE },
  document: { mimeTypes: ['application/pdf'], maxBytes: 100 * MEBIBYTE },
} as const satisfies Record<MediaType, { readonly mimeTypes: readonly string[]; readonly maxBytes: number }>

/** What the media of one account may have together, in bytes: 10 GiB. */
export const STORAGE_QUOTA_BYTES = 10 * 1024 * MEBIBYTE

/** What one key can have on its way at once, so that it leaves room for the other keys of the account. */
export const UPLOAD_LIMITS = {
  /** Uploads and downloads from URLs. */
  perKey: 10,
  /** Once as many bytes are reserved for them, no other begins. */
  reservedBytesPerKey: 2 * 1024 * MEBIBYTE,
} as const

export const MIME_TYPES = [
  ...MEDIA_RULES.image.mimeTypes,
  ...MEDIA_RULES.video.mimeTypes,
  ...MEDIA_RULES.document.mimeTypes,
] as const

export const mimeTypeSchema = z
  .enum(MIME_TYPES)
  .meta({ description: 'The format, detected from the bytes of the file.' })

export const uploadMediaRequestSchema = z
  .object({
    file: z.file().meta({
      description: 'The file: JPEG, PNG, WebP or HEIC up to 10 MiB; MP4, MOV or WebM up to 500 MiB; PDF up to 100 MiB.',
    }),
    type: mediaTypeSchema,
  })
  .meta({ id: 'UploadMediaRequest', description: 'The file and its kind, in either order.' })

export const importMediaRequestSchema = z
  .object({
    url: webAddress().meta({
      description: 'The URL of the file: a public HTTPS address, not one of a private network.',
      examples: ['https://example.com/press/launch.jpg'],
    }),
    type: mediaTypeSchema
      .optional()
      .meta({ description: 'The expected kind; any other file is refused. Default: detected from the file.' }),
  })
  .meta({ id: 'ImportMediaRequest', description: 'The URL to download a file from.' })

export const mediaSchema = z
  .object({
    media_id: madeId('Unique id of the file. Pass it in `media_ids`.'),
    type: mediaTypeSchema,
    file_name: z.string().meta({ description: 'The name it was uploaded with.', examples: ['launch.jpg'] }),
    file_size: z.int().positive().meta({ description: 'In bytes.' }),
    mime_type: mimeTypeSchema,
    width: z.int().positive().meta({
      description:
        'In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.',
    }),
    height: z.int().positive().meta({
      description:
        'In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.',
    }),
    duration_seconds: z
      .number()
      .positive()
      .optional()
      .meta({ description: 'Length of a video in seconds. Absent for an image and a document.' }),
    ...encodingShape,
    original: originalFileSchema.optional(),
    ...warningsShape,
    created_by: createdBySchema,
    created_at: timestamp('When it was uploaded.'),
    url: link('Link to the file'),
    thumbnail_url: link('Link to a thumbnail, a JPEG of 480 pixels along its longer side'),
  })
  .meta({ id: 'Media', description: 'An uploaded image or video.' })

export const mediaPageSchema = pageOf('MediaPage', 'A page of media.', mediaSchema)

export const listMediaQuerySchema = z.object({
  type: mediaTypeSchema.optional().meta({ description: 'Only images, or only videos.' }),
  ...pageQuery,
})

export const mediaPathSchema = z.object({ id: pathId('The `media_id`.') })

export const mediaLinkQuerySchema = z.object({
  expires: z.string().meta({ description: 'When the link expires, in seconds since 1970.' }),
  signature: z.string().meta({ description: 'The signature of the link, made by the server.' }),
})

function link(description: string) {
  return z.url().meta({
    description: `${description}. Works without an API key for at least seven days; anyone who has it can use it.`,
  })
}

export type ImportMediaRequest = z.output<typeof importMediaRequestSchema>
export type ListMediaQuery = z.output<typeof listMediaQuerySchema>
export type Media = z.output<typeof mediaSchema>
export type MediaPage = z.output<typeof mediaPageSchema>
export type MimeType = z.output<typeof mimeTypeSchema>
