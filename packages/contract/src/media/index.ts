export { originalFileSchema } from './facts.ts'
export type { MediaEncoding, OriginalFile } from './facts.ts'
export { mediumFocusInputSchema, mediumFocusSchema } from './focus.ts'
export {
  createRenditionRequestSchema,
  fitSchema,
  itemChangeSchema,
  itemRenditionSchema,
  RENDITION_LIMITS,
  listRenditionsQuerySchema,
  renditionChangeSchema,
  renditionPageSchema,
  renditionSchema,
  renditionStatusSchema,
} from './renditions.ts'
export type {
  CreateRenditionRequest,
  Fit,
  ItemRendition,
  Rendition,
  RenditionChange,
  RenditionPage,
  RenditionStatus,
} from './renditions.ts'
export {
  importMediaRequestSchema,
  listMediaQuerySchema,
  MEDIA_RULES,
  mediaPageSchema,
  mediaSchema,
  mediaTypeSchema,
  mimeTypeSchema,
  STORAGE_QUOTA_BYTES,
  UPLOAD_LIMITS,
  uploadMediaRequestSchema,
} from './schemas.ts'
export type { ImportMediaRequest, ListMediaQuery, Media, MediaPage, MediaType, MimeType } from './schemas.ts'
