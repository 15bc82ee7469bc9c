export {
  MEDIA_RULES,
  mediaSchema,
  mediaTypeSchema,
  mimeTypeSchema,
  STORAGE_QUOTA_BYTES,
  uploadMediaRequestSchema,
} from './schemas.ts'
export type { Media, MediaType, MimeType } from './schemas.ts'
