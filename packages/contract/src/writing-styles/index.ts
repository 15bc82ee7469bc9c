export {
  createWritingStyleRequestSchema,
  listWritingStylesQuerySchema,
  updateWritingStyleRequestSchema,
  WRITING_STYLE_LIMITS,
  writingStylePageSchema,
  writingStyleSchema,
} from './schemas.ts'
export type {
  CreateWritingStyleRequest,
  ListWritingStylesQuery,
  UpdateWritingStyleRequest,
  WritingStyle,
  WritingStylePage,
} from './schemas.ts'
