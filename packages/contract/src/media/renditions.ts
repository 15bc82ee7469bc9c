import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { warningsShape } from '../common/warnings.ts'
import { postTypeSchema } from '../content/schemas.ts'
import { mediumFocusInputSchema } from './focus.ts'
import { mediaSchema } from './schemas.ts'

/** What waits to be made, and what is kept. */
export const RENDITION_LIMITS = {
  /** Renditions of a workspace that wait, beyond which no request makes another. Publishing always may. */
  waitingPerWorkspace: 100,
  /** Renditions of a file, beyond which no request makes another. Publishing always may. */
  perMedium: 50,
} as const

/** How media are made to fit a platform. */
export const fitSchema = z.enum(['auto', 'none', 'pad', 'crop']).meta({
  id: 'Fit',
  description:
    '`auto`: what a person does not see is changed: the format, the encoding, the size of the file. `pad`: also the shape, by bars. `crop`: also the shape, by cutting around the focus. `none`: nothing is changed.',
})

export const renditionStatusSchema = z.enum(['queued', 'processing', 'completed', 'failed']).meta({
  id: 'RenditionStatus',
  description: '`queued`: it waits for its turn. `processing`: it is being made. `completed`: it is there.',
})

export const renditionChangeSchema = z
  .object({
    change: z.string().meta({ description: 'What is changed, as a code.', examples: ['format'] }),
    message: z.string().meta({ description: 'What is changed, as text.', examples: ['PNG is converted to JPEG.'] }),
  })
  .meta({ id: 'RenditionChange', description: 'What is different in a rendition from its original.' })

/** One of an item, which may have several files. */
export const itemChangeSchema = z
  .object({
    media_id: madeId('The file that is changed. It stays as it is: a rendition of it is posted.'),
    ...renditionChangeSchema.shape,
  })
  .meta({ id: 'ItemChange', description: 'What is different in what is posted from a file of the item.' })

export const itemRenditionSchema = z
  .object({
    status: renditionStatusSchema,
    changes: z.array(itemChangeSchema).meta({ description: 'What is different in what is posted.' }),
  })
  .meta({ id: 'ItemRendition', description: 'How the media of an item are made to fit its platform.' })

export const createRenditionRequestSchema = z
  .object({
    post_type: postTypeSchema.meta({ description: 'The post type it is to fit.' }),
    mode: fitSchema
      .exclude(['none'])
      .optional()
      .meta({ description: '`auto`, `pad` or `crop`, as `fit` of an item. @default auto' }),
    focus: mediumFocusInputSchema.optional(),
  })
  .meta({ id: 'CreateRenditionRequest', description: 'What a file is to fit.' })

const fileShape = mediaSchema.pick({
  file_size: true,
  mime_type: true,
  width: true,
  height: true,
  duration_seconds: true,
  url: true,
  thumbnail_url: true,
}).shape

export const renditionSchema = z
  .object({
    rendition_id: madeId(
      'Unique id of the rendition. Absent when nothing is changed: the file itself is posted.',
    ).optional(),
    media_id: madeId('The file it is made from, which stays as it is.'),
    status: renditionStatusSchema,
    queue_position: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Its place among those that wait on this server, from 1. Present while it is `queued`.' }),
    changes: z.array(renditionChangeSchema).meta({ description: 'What is different from the file.' }),
    file: z
      .object(fileShape)
      .optional()
      .meta({ id: 'RenditionFile', description: 'What is posted. Present once it is `completed`.' }),
    error: z
      .object({
        message: z.string().meta({ description: 'Why it could not be made and how to fix it, as text.' }),
        retryable: z.boolean().meta({ description: 'Whether the same request can succeed later.' }),
      })
      .optional()
      .meta({ id: 'RenditionError', description: 'Present when the status is `failed`.' }),
    created_at: timestamp('When it was first requested.').optional(),
    ...warningsShape,
  })
  .meta({ id: 'Rendition', description: 'A version of a file that fits a platform.' })

export const renditionPageSchema = pageOf('RenditionPage', 'A page of renditions.', renditionSchema)

export const listRenditionsQuerySchema = z.object(pageQuery)

export const renditionPathSchema = z.object({
  id: pathId('The `media_id`.'),
  rendition_id: pathId('The `rendition_id`.'),
})

export type CreateRenditionRequest = z.output<typeof createRenditionRequestSchema>
export type Fit = z.output<typeof fitSchema>
export type ItemRendition = z.output<typeof itemRenditionSchema>
export type RenditionChange = z.output<typeof renditionChangeSchema>
export type RenditionStatus = z.output<typeof renditionStatusSchema>
export type Rendition = z.output<typeof renditionSchema>
export type RenditionPage = z.output<typeof renditionPageSchema>
