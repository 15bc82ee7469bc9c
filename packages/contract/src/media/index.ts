export { originalFileSchema } from './facts.ts'
export type { MediaEncoding, OriginalFile } from './facts.ts'
export {
  fitSchema,
  itemChangeSchema,
  itemRenditionSchema,
  renditionChangeSchema,
  renditionStatusSchema,
} from './renditions.ts'
export type { Fit, ItemRendition, RenditionChange, RenditionStatus } from './renditions.ts'
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
