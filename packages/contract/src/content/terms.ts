import { z } from 'zod'
import { PLATFORMS, POST_TYPES } from '../platforms/post-types.ts'

export const postTypeSchema = z.enum(POST_TYPES).meta({
  id: 'PostType',
  description:
    'The kind of post a caption is written for. It determines the platform; post types of one platform share one caption.',
})

export const platformSchema = z
  .enum(PLATFORMS)
  .meta({ id: 'Platform', description: 'A platform that captions are written for.' })

export const researchModeSchema = z.enum(['regular', 'deep']).meta({
  id: 'ResearchMode',
  description: '`regular`: quick, with basic research. `deep`: extended research.',
})

export const inputTypeSchema = z.enum(['text', 'images', 'video']).meta({
  id: 'InputType',
  description: 'What a generation is written from, determined by the fields in the request.',
})

export type InputType = z.output<typeof inputTypeSchema>
