export {
  FACEBOOK_API_URL,
  FACEBOOK_VIDEO_URL,
  INSTAGRAM_API_URL,
  META_API_VERSION,
  META_UPLOAD_URL,
} from './endpoints.ts'
export type { GraphErrorRule } from './error-rules.ts'
export { rulesFrom } from './error-rules.ts'
export { readGraphError } from './errors.ts'
export type { GraphApi, GraphOptions, GraphRequest, UploadRequest } from './graph.ts'
export { createGraphApi, isGood } from './graph.ts'
export type { FormFile } from './multipart.ts'
export { readJson } from './read-json.ts'
export { idSchema } from './wire.ts'
