import { z } from 'zod'
import { madeId } from '../common/ids.ts'

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

export type Fit = z.output<typeof fitSchema>
export type ItemRendition = z.output<typeof itemRenditionSchema>
export type RenditionChange = z.output<typeof renditionChangeSchema>
export type RenditionStatus = z.output<typeof renditionStatusSchema>
