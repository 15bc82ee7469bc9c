import { z } from 'zod'
import { PLATFORMS, POST_TYPES } from '../platforms/index.ts'

export const postTypeSchema = z.enum(POST_TYPES).meta({
  id: 'PostType',
  description: 'What the caption is for. The platform follows from it; post types of one platform share one caption.',
})

export const platformSchema = z.enum(PLATFORMS).meta({ id: 'Platform', description: 'Where a caption is posted.' })

export const researchModeSchema = z.enum(['regular', 'deep']).meta({
  id: 'ResearchMode',
  description: '`regular`: quick, with basic research. `deep`: extended research.',
})

export const inputTypeSchema = z.enum(['text', 'images', 'video']).meta({
  id: 'InputType',
  description: 'What a generation is written from: it follows from the fields that were given.',
})

export type InputType = z.output<typeof inputTypeSchema>
