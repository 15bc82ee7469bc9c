export {
  createWritingStyleRequestSchema,
  learnedWritingStyleSchema,
  learnWritingStyleRequestSchema,
  listWritingStylesQuerySchema,
  updateWritingStyleRequestSchema,
  WRITING_STYLE_LIMITS,
  writingStylePageSchema,
  writingStyleSchema,
} from './schemas.ts'
export type {
  CreateWritingStyleRequest,
  LearnedWritingStyle,
  LearnWritingStyleRequest,
  ListWritingStylesQuery,
  UpdateWritingStyleRequest,
  WritingStyle,
  WritingStylePage,
} from './schemas.ts'
