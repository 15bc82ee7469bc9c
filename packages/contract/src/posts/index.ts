export { mediumCoverInputSchema, mediumCoverSchema, postMediumInputSchema, postMediumSchema } from './media.ts'
export type { PostMedium, PostMediumInput } from './media.ts'
export {
  listPostsQuerySchema,
  postErrorSchema,
  postItemSchema,
  postPageSchema,
  postSchema,
  publishPostResponseSchema,
} from './posts.ts'
export type { ListPostsQuery, Post, PostError, PostItem, PostPage, PublishPostResponse } from './posts.ts'
export { preflightChangeSchema, preflightFixSchema, preflightProblemSchema, preflightSchema } from './preflight.ts'
export type { Preflight, PreflightChange, PreflightProblem } from './preflight.ts'
export {
  createPostRequestSchema,
  postItemInputSchema,
  preflightPostRequestSchema,
  retryPostItemRequestSchema,
  updatePostRequestSchema,
} from './requests.ts'
export type {
  CreatePostRequest,
  PostItemInput,
  PreflightPostRequest,
  RetryPostItemRequest,
  UpdatePostRequest,
} from './requests.ts'
export { schedulePostRequestSchema } from './schedule.ts'
export type { SchedulePostRequest } from './schedule.ts'
export { threadPartInputSchema, threadPartSchema } from './thread.ts'
export type { ThreadPart, ThreadPartInput } from './thread.ts'
export {
  PLATFORM_OPTIONS,
  POST_LIMITS,
  POST_STORAGE_LIMITS,
  onLimitSchema,
  postItemStatusSchema,
  postOptionsInputSchema,
  postOptionsSchema,
  postOutcomeSchema,
  postStatusSchema,
} from './terms.ts'
export type { OnLimit, PlatformOptions, PostItemStatus, PostOptions, PostOutcome, PostStatus } from './terms.ts'
