// Made from packages/contract by `pnpm generate`: change it there.

import type { APIPromise } from '../core/api-promise.ts'
import type { RequestOptions } from '../core/options.ts'
import type { PagePromise } from '../core/page.ts'
import type { StreamOptions } from '../core/stream.ts'
import type { WaitOptions } from '../core/poll.ts'
import type { UploadOptions } from '../core/upload/uploadable.ts'
import type {
  AnalyticsSummary,
  ApiKey,
  AuditEntry,
  Brand,
  CalendarEntries,
  CalendarEntry,
  CalendarFeed,
  ChooseAccountsRequest,
  Connection,
  ConnectionCapabilities,
  ConnectionHealth,
  ConnectionLimits,
  ConnectionRequest,
  CreateApiKeyRequest,
  CreateApiKeyResponse,
  CreateCalendarEntryRequest,
  CreateCalendarFeedRequest,
  CreateCalendarFeedResponse,
  CreateConnectionRequest,
  CreateConnectionResponse,
  CreatePostRequest,
  CreateQueueRequest,
  CreateRenditionRequest,
  CreateWebhookEndpointRequest,
  CreateWebhookEndpointResponse,
  CreateWorkspaceRequest,
  CreateWritingStyleRequest,
  Credits,
  DeleteApiKeyQuery,
  DeleteWorkspaceQuery,
  Deleted,
  Estimate,
  GenerateContentRequest,
  GenerateContentResponse,
  GenerateImagesRequest,
  GenerateImagesResponse,
  GenerateVideoRequest,
  GenerateVideoResponse,
  Generation,
  GenerationEvent,
  GenerationSummary,
  GetAnalyticsSummaryQuery,
  GetItemAnalyticsQuery,
  GetQueueSlotsQuery,
  ImageGeneration,
  ImageGenerationEvent,
  ImageGenerationSummary,
  ImportMediaRequest,
  ItemAnalytics,
  LearnWritingStyleRequest,
  LearnedWritingStyle,
  LedgerEntry,
  ListApiKeysQuery,
  ListAuditLogQuery,
  ListCalendarEntriesQuery,
  ListCalendarFeedsQuery,
  ListConnectionsQuery,
  ListGenerationsQuery,
  ListImageGenerationsQuery,
  ListLedgerEntriesQuery,
  ListMediaQuery,
  ListPostsQuery,
  ListQueuesQuery,
  ListRenditionsQuery,
  ListVideoGenerationsQuery,
  ListWebhookDeliveriesQuery,
  ListWebhookEndpointsQuery,
  ListWorkspacesQuery,
  ListWritingStylesQuery,
  Media,
  PlatformChoices,
  PlatformList,
  PlatformVersionList,
  Post,
  PostTypeRules,
  Preflight,
  PreflightPostRequest,
  PublishPostResponse,
  PutBrandRequest,
  Queue,
  QueuePreview,
  RegenerateImagesRequest,
  RegenerateRequest,
  RegenerateVideoRequest,
  Rendition,
  ReplayWebhookDeliveriesRequest,
  ReplayWebhookDeliveriesResponse,
  RetryPostItemRequest,
  RotateWebhookSecretResponse,
  SchedulePostRequest,
  UpdateCalendarEntryRequest,
  UpdatePostRequest,
  UpdateQueueRequest,
  UpdateWebhookEndpointRequest,
  UpdateWorkspaceRequest,
  UpdateWritingStyleRequest,
  UploadMediaRequest,
  VideoEstimate,
  VideoGeneration,
  VideoGenerationEvent,
  VideoGenerationSummary,
  WebhookDelivery,
  WebhookDeliveryWithPayload,
  WebhookEndpoint,
  Workspace,
  WritingStyle,
} from './types.ts'

/** `powerpost.content.generations` */
export interface ContentGenerationsResource {
  /**
   * The generations of the workspace, newest first, without their captions.
   *
   * Scope of the key: `content:read`.
   */
  list(query?: ListGenerationsQuery, options?: RequestOptions): PagePromise<GenerationSummary>

  /**
   * One generation, with its captions when it is `completed`, or its error when it is `failed`.
   *
   * Scope of the key: `content:read`.
   * @param id The `generation_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<Generation>

  /**
   * Waits until it is `completed` or `failed`, and returns it.
   * @throws GenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<Generation>): Promise<Generation>

  /**
   * Streams the progress of a generation as Server-Sent Events: `queued`, `researching`, `analyzing`, the
   * `caption` of each platform when it is finished, and `completed` or `failed`, which ends the stream. A lost
   * connection is resumed with `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the
   * stream begins at the start of the last run. Seven days after a run ended, only its last event is left. A
   * comment is sent every 15 seconds when there is no event. A key may have 20 open streams.
   *
   * Scope of the key: `content:read`.
   * @param id The `generation_id`.
   * @throws NotFoundError
   */
  stream(id: string, options?: StreamOptions): AsyncGenerator<GenerationEvent, void, undefined>

  /**
   * Regenerates some captions of a completed generation. It is `processing` until they are finished; if that
   * fails, the captions stay unchanged and the credits are refunded. Costs the same as a text prompt in the same
   * research mode for that many platforms.
   *
   * Scope of the key: `content:generate`.
   * @param id The `generation_id`.
   * @throws PaymentRequiredError, NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  regenerate(id: string, body: RegenerateRequest, options?: RequestOptions): APIPromise<GenerateContentResponse>

  /**
   * Regenerates some captions of a completed generation. Waits until it has ended, and returns the `Generation`.
   * @throws GenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  regenerateAndWait(id: string, body: RegenerateRequest, options?: WaitOptions<Generation>): Promise<Generation>

  /**
   * Regenerates some captions of a completed generation. Yields its events until it has ended. A failure is an
   * event, not an exception.
   */
  regenerateAndStream(id: string, body: RegenerateRequest, options?: StreamOptions): AsyncGenerator<GenerationEvent, void, undefined>
}

/** Captions for six platforms from a text, images or a video. */
export interface ContentResource {
  readonly generations: ContentGenerationsResource

  /**
   * Starts writing captions from a text, images or a video, and returns at once. Poll `status_url` for the result.
   * The credits of a failed generation are refunded.
   *
   * Scope of the key: `content:generate`.
   * @throws PaymentRequiredError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  generate(body: GenerateContentRequest, options?: RequestOptions): APIPromise<GenerateContentResponse>

  /**
   * Starts writing captions from a text, images or a video, and returns at once. Waits until it has ended, and
   * returns the `Generation`.
   * @throws GenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  generateAndWait(body: GenerateContentRequest, options?: WaitOptions<Generation>): Promise<Generation>

  /**
   * Starts writing captions from a text, images or a video, and returns at once. Yields its events until it has
   * ended. A failure is an event, not an exception.
   */
  generateAndStream(body: GenerateContentRequest, options?: StreamOptions): AsyncGenerator<GenerationEvent, void, undefined>

  /**
   * Returns what a generation would cost. Takes the same body as starting one, and starts nothing.
   *
   * Scope of the key: `content:generate`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  estimate(body: GenerateContentRequest, options?: RequestOptions): APIPromise<Estimate>
}

/** `powerpost.media.renditions` */
export interface MediaRenditionsResource {
  /**
   * Makes a version of a file that fits a post type, as publishing does by itself. It is made once: the same
   * request returns it again, and one that failed is made again. Free; its bytes count toward the storage of the
   * account.
   *
   * Scope of the key: `media:write`.
   * @param id The `media_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  create(id: string, body: CreateRenditionRequest, options?: RequestOptions): APIPromise<Rendition>

  /**
   * The renditions of a file, newest first: those that were requested, and those that were posted.
   *
   * Scope of the key: `media:read`.
   * @param id The `media_id`.
   * @throws NotFoundError
   */
  list(id: string, query?: ListRenditionsQuery, options?: RequestOptions): PagePromise<Rendition>

  /**
   * One rendition, with fresh links to its file once it was made.
   *
   * Scope of the key: `media:read`.
   * @param id The `media_id`.
   * @param renditionId The `rendition_id`.
   * @throws NotFoundError
   */
  get(id: string, renditionId: string, options?: RequestOptions): APIPromise<Rendition>

  /**
   * Waits until it is `completed` or `failed`, and returns it.
   * @throws RenditionFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, renditionId: string, options?: WaitOptions<Rendition>): Promise<Rendition>
}

/** Images and videos to write captions about and to publish. */
export interface MediaResource {
  readonly renditions: MediaRenditionsResource

  /**
   * Uploads one image, video or document (PDF) as `multipart/form-data`, streamed. An incomplete file, or one in
   * an unsupported format, is refused and not stored. A HEIC is stored as a JPEG.
   *
   * Scope of the key: `media:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  upload(body: UploadMediaRequest, options?: UploadOptions): APIPromise<Media>

  /**
   * Downloads one image, video or document from a URL and stores it, like an upload. Redirects are followed, to
   * public addresses only. The response is sent when the file is stored, which can take up to ten minutes.
   *
   * Scope of the key: `media:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  fromUrl(body: ImportMediaRequest, options?: RequestOptions): APIPromise<Media>

  /**
   * The media of the workspace, newest first.
   *
   * Scope of the key: `media:read`.
   */
  list(query?: ListMediaQuery, options?: RequestOptions): PagePromise<Media>

  /**
   * One image, video or document, with fresh links to its file.
   *
   * Scope of the key: `media:read`.
   * @param id The `media_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<Media>

  /**
   * Deletes an image, video or document permanently, and frees its storage. Refused while something unfinished
   * uses it: a running generation, or a post that is not published. Captions written about it are kept.
   *
   * Scope of the key: `media:write`.
   * @param id The `media_id`.
   * @throws NotFoundError, ConflictError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>
}

/** `powerpost.images.generations` */
export interface ImagesGenerationsResource {
  /**
   * The image generations of the workspace, newest first, without their images.
   *
   * Scope of the key: `images:read`.
   */
  list(query?: ListImageGenerationsQuery, options?: RequestOptions): PagePromise<ImageGenerationSummary>

  /**
   * One image generation, with its images. Every request returns fresh links.
   *
   * Scope of the key: `images:read`.
   * @param id The `image_generation_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<ImageGeneration>

  /**
   * Waits until it is `completed` or `failed`, and returns it.
   * @throws ImageGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration>

  /**
   * Streams the progress of an image generation as Server-Sent Events: `queued`, `drawing`, each `image` when it
   * is finished, and `completed` or `failed`, which ends the stream. A lost connection is resumed with
   * `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start
   * of the last run. Seven days after a run ended, only its last event is left. A comment is sent every 15 seconds
   * when there is no event. A key may have 20 open streams.
   *
   * Scope of the key: `images:read`.
   * @param id The `image_generation_id`.
   * @throws NotFoundError
   */
  stream(id: string, options?: StreamOptions): AsyncGenerator<ImageGenerationEvent, void, undefined>

  /**
   * Regenerates some images of a completed image generation. It is `processing` until they are finished; then they
   * replace the old ones, whose files stay in the workspace. An image that fails stays unchanged and its credits
   * are refunded. Costs the price of the model for each image.
   *
   * Scope of the key: `images:generate`.
   * @param id The `image_generation_id`.
   * @throws PaymentRequiredError, NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  regenerate(id: string, body: RegenerateImagesRequest, options?: RequestOptions): APIPromise<GenerateImagesResponse>

  /**
   * Regenerates some images of a completed image generation. Waits until it has ended, and returns the
   * `ImageGeneration`.
   * @throws ImageGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  regenerateAndWait(id: string, body: RegenerateImagesRequest, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration>

  /**
   * Regenerates some images of a completed image generation. Yields its events until it has ended. A failure is an
   * event, not an exception.
   */
  regenerateAndStream(id: string, body: RegenerateImagesRequest, options?: StreamOptions): AsyncGenerator<ImageGenerationEvent, void, undefined>
}

/** Images from a prompt, in the style of reference images, or for the caption of a generation. */
export interface ImagesResource {
  readonly generations: ImagesGenerationsResource

  /**
   * Starts generating 1-4 images from a prompt, in the style of reference images, or for the caption of a
   * generation, and returns at once. Poll `status_url` for the result. The credits of failed images are refunded.
   *
   * Scope of the key: `images:generate`.
   * @throws PaymentRequiredError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  generate(body: GenerateImagesRequest, options?: RequestOptions): APIPromise<GenerateImagesResponse>

  /**
   * Starts generating 1-4 images from a prompt, in the style of reference images, or for the caption of a
   * generation, and returns at once. Waits until it has ended, and returns the `ImageGeneration`.
   * @throws ImageGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  generateAndWait(body: GenerateImagesRequest, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration>

  /**
   * Starts generating 1-4 images from a prompt, in the style of reference images, or for the caption of a
   * generation, and returns at once. Yields its events until it has ended. A failure is an event, not an
   * exception.
   */
  generateAndStream(body: GenerateImagesRequest, options?: StreamOptions): AsyncGenerator<ImageGenerationEvent, void, undefined>
}

/** `powerpost.videos.generations` */
export interface VideosGenerationsResource {
  /**
   * The video generations of the workspace, newest first, without their videos.
   *
   * Scope of the key: `videos:read`.
   */
  list(query?: ListVideoGenerationsQuery, options?: RequestOptions): PagePromise<VideoGenerationSummary>

  /**
   * One video generation, with its video when it is `completed`, or its error when it is `failed`. Every request
   * returns fresh links.
   *
   * Scope of the key: `videos:read`.
   * @param id The `video_generation_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<VideoGeneration>

  /**
   * Waits until it is `completed` or `failed`, and returns it.
   * @throws VideoGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<VideoGeneration>): Promise<VideoGeneration>

  /**
   * Streams the progress of a video generation as Server-Sent Events: `queued`, `generating`, `submitted` when a
   * vendor has accepted it, and `completed` or `failed`, which ends the stream. A lost connection is resumed with
   * `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start
   * of the last run. A comment is sent every 15 seconds when there is no event. A key may have 20 open streams.
   *
   * Scope of the key: `videos:read`.
   * @param id The `video_generation_id`.
   * @throws NotFoundError
   */
  stream(id: string, options?: StreamOptions): AsyncGenerator<VideoGenerationEvent, void, undefined>

  /**
   * Regenerates the video of a completed video generation. It is `processing` until the new one is finished, which
   * then replaces the old one, whose file stays in the workspace. When it fails, the old video is unchanged and
   * the credits are refunded as those of the first would be. Costs the same, and needs the same room.
   *
   * Scope of the key: `videos:generate`.
   * @param id The `video_generation_id`.
   * @throws PaymentRequiredError, NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  regenerate(id: string, body?: RegenerateVideoRequest, options?: RequestOptions): APIPromise<GenerateVideoResponse>

  /**
   * Regenerates the video of a completed video generation. Waits until it has ended, and returns the
   * `VideoGeneration`.
   * @throws VideoGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  regenerateAndWait(id: string, body?: RegenerateVideoRequest, options?: WaitOptions<VideoGeneration>): Promise<VideoGeneration>

  /**
   * Regenerates the video of a completed video generation. Yields its events until it has ended. A failure is an
   * event, not an exception.
   */
  regenerateAndStream(id: string, body?: RegenerateVideoRequest, options?: StreamOptions): AsyncGenerator<VideoGenerationEvent, void, undefined>
}

/** A short video from a prompt, or from a prompt and an image. */
export interface VideosResource {
  readonly generations: VideosGenerationsResource

  /**
   * Starts generating a video from a prompt, or from a prompt and an image, and returns at once. Poll `status_url`
   * for the result. Refused without room for a video of 500 MiB. The credits of a video that fails are refunded,
   * unless a vendor is paid and the account has no room left for its file.
   *
   * Scope of the key: `videos:generate`.
   * @throws PaymentRequiredError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  generate(body: GenerateVideoRequest, options?: RequestOptions): APIPromise<GenerateVideoResponse>

  /**
   * Starts generating a video from a prompt, or from a prompt and an image, and returns at once. Waits until it
   * has ended, and returns the `VideoGeneration`.
   * @throws VideoGenerationFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  generateAndWait(body: GenerateVideoRequest, options?: WaitOptions<VideoGeneration>): Promise<VideoGeneration>

  /**
   * Starts generating a video from a prompt, or from a prompt and an image, and returns at once. Yields its events
   * until it has ended. A failure is an event, not an exception.
   */
  generateAndStream(body: GenerateVideoRequest, options?: StreamOptions): AsyncGenerator<VideoGenerationEvent, void, undefined>

  /**
   * Returns what a video would cost. Takes the same body as generating it, and starts nothing.
   *
   * Scope of the key: `videos:generate`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  estimate(body: GenerateVideoRequest, options?: RequestOptions): APIPromise<VideoEstimate>
}

/** `powerpost.posts.items` */
export interface PostsItemsResource {
  /**
   * Retries a failed item from the step where it stopped, or on another account. It is never posted twice.
   * CONFLICT while its post is publishing, for an item that has not failed, and for an unknown outcome without
   * `not_posted`.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @param itemId The `item_id`.
   * @throws PaymentRequiredError, NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  retry(id: string, itemId: string, body?: RetryPostItemRequest, options?: RequestOptions): APIPromise<PublishPostResponse>
}

/** Drafts that are checked, published, scheduled and retried; never posted twice. */
export interface PostsResource {
  readonly items: PostsItemsResource

  /**
   * Creates a draft, from a generation's captions or from your own texts. A draft may break a platform's rules:
   * preflight and publishing check them.
   *
   * Scope of the key: `posts:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreatePostRequest, options?: RequestOptions): APIPromise<Post>

  /**
   * The posts of the workspace, newest first. A page of long texts may hold fewer than `limit`: `has_more` tells
   * whether there is another page.
   *
   * Scope of the key: `posts:read`.
   */
  list(query?: ListPostsQuery, options?: RequestOptions): PagePromise<Post>

  /**
   * One post, with the status of each item.
   *
   * Scope of the key: `posts:read`.
   * @param id The `post_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<Post>

  /**
   * Waits until it is `published` or `failed`, and returns it.
   * @throws PostFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<Post>): Promise<Post>

  /**
   * Replaces all items of a draft; they get new ids. Missing texts are filled from its generation, if it was
   * created from one. CONFLICT once it is scheduled or published: cancel it first.
   *
   * Scope of the key: `posts:write`.
   * @param id The `post_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdatePostRequest, options?: RequestOptions): APIPromise<Post>

  /**
   * Deletes a draft. CONFLICT for any other post: published posts are kept.
   *
   * Scope of the key: `posts:write`.
   * @param id The `post_id`.
   * @throws NotFoundError, ConflictError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>

  /**
   * Lists every platform rule that a draft breaks, or that the given items would break. Publishes nothing.
   *
   * Scope of the key: `posts:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  preflight(body: PreflightPostRequest, options?: RequestOptions): APIPromise<Preflight>

  /**
   * Publishes the items of a draft; one with a later `scheduled_at` of its own waits until then. Each item
   * succeeds or fails by itself. Returns at once: poll `status_url` for the result. The credits of items that are
   * not posted are refunded at the end.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws PaymentRequiredError, NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  publish(id: string, options?: RequestOptions): APIPromise<PublishPostResponse>

  /**
   * Publishes the items of a draft; one with a later `scheduled_at` of its own waits until then. Waits until it
   * has ended, and returns the `Post`.
   * @throws PostFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  publishAndWait(id: string, options?: WaitOptions<Post>): Promise<Post>

  /**
   * Schedules a draft, or reschedules a scheduled post. Nothing is charged before that time. The post is checked
   * now and again at that time. Each item goes to the connection that is chosen now; if that is gone at the time,
   * the item fails. An item with a `scheduled_at` of its own is posted then: the post is `scheduled` again until
   * the last one. With a `queue_id` it gets the first free slot of the queue; CONFLICT if all of the next 60 days
   * are taken.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  schedule(id: string, body: SchedulePostRequest, options?: RequestOptions): APIPromise<Post>

  /**
   * Turns a scheduled post back into a draft. If some of its items are posted already, the others fail and can be
   * retried. CONFLICT for any other post.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  cancel(id: string, options?: RequestOptions): APIPromise<Post>
}

/** What platforms say of posted items: views, likes, comments and more. */
export interface PostItemsResource {
  /**
   * The latest metrics of an item. The platform is asked 1, 6 and 24 hours after it was posted, then daily for 90
   * days; there is no refresh on request. A metric that the platform does not give is 0 and named in
   * `unavailable`.
   *
   * Scope of the key: `analytics:read`.
   * @param id The `item_id`.
   * @throws NotFoundError
   */
  analytics(id: string, query?: GetItemAnalyticsQuery, options?: RequestOptions): APIPromise<ItemAnalytics>
}

/** What platforms say of posted items: views, likes, comments and more. */
export interface AnalyticsResource {
  /**
   * The latest metrics of all items that were posted in a range of at most 366 days, added up by day, platform,
   * post type or connection.
   *
   * Scope of the key: `analytics:read`.
   */
  summary(query: GetAnalyticsSummaryQuery, options?: RequestOptions): APIPromise<AnalyticsSummary>
}

/** Times of the week at which posts are published, each by one post. */
export interface QueuesResource {
  /**
   * The queues of the workspace, newest first.
   *
   * Scope of the key: `posts:read`.
   */
  list(query?: ListQueuesQuery, options?: RequestOptions): PagePromise<Queue>

  /**
   * Creates a queue: times of the week at which posts are published. `POST /posts/{id}/schedule` with its
   * `queue_id` gives a post the next free one.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateQueueRequest, options?: RequestOptions): APIPromise<Queue>

  /**
   * One queue. `GET /queues/{id}/slots` shows its next slots, and which posts have them.
   *
   * Scope of the key: `posts:read`.
   * @param id The `queue_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<Queue>

  /**
   * Updates the given fields. Posts that are in the queue keep the times that they have, also those that are no
   * slots any more: `warnings` say how many these are.
   *
   * Scope of the key: `settings:write`.
   * @param id The `queue_id`.
   * @throws NotFoundError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdateQueueRequest, options?: RequestOptions): APIPromise<Queue>

  /**
   * Deletes a queue. Posts that are in it stay scheduled for the times that they have.
   *
   * Scope of the key: `settings:write`.
   * @param id The `queue_id`.
   * @throws NotFoundError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>

  /**
   * The next slots of a queue in the next 60 days, free and taken, and the posts that have them. Where the clocks
   * are put forward over a slot, it is as much later; where they are put back and show it twice, it is the first.
   *
   * Scope of the key: `posts:read`.
   * @param id The `queue_id`.
   * @throws NotFoundError
   */
  slots(id: string, query?: GetQueueSlotsQuery, options?: RequestOptions): APIPromise<QueuePreview>
}

/** `powerpost.calendar.entries` */
export interface CalendarEntriesResource {
  /**
   * The entries of a range of at most 366 days, in the order of time. `include=posts` adds the scheduled and
   * published posts.
   *
   * Scope of the key: `calendar:read`.
   */
  list(query: ListCalendarEntriesQuery, options?: RequestOptions): APIPromise<CalendarEntries>

  /**
   * Plans something for a day. It publishes nothing. Dates and times are kept as they are given.
   *
   * Scope of the key: `calendar:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateCalendarEntryRequest, options?: RequestOptions): APIPromise<CalendarEntry>

  /**
   * One calendar entry.
   *
   * Scope of the key: `calendar:read`.
   * @param id The `entry_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<CalendarEntry>

  /**
   * Updates the given fields, at least one. `null` clears `description`, `scheduled_time` and `post_id`.
   *
   * Scope of the key: `calendar:write`.
   * @param id The `entry_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdateCalendarEntryRequest, options?: RequestOptions): APIPromise<CalendarEntry>

  /**
   * Deletes a calendar entry. The post that it is about stays.
   *
   * Scope of the key: `calendar:write`.
   * @param id The `entry_id`.
   * @throws NotFoundError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>
}

/** `powerpost.calendar.feeds` */
export interface CalendarFeedsResource {
  /**
   * The links by which calendar programs read the calendar, newest first, without the links themselves.
   *
   * Scope of the key: `calendar:read`.
   */
  list(query?: ListCalendarFeedsQuery, options?: RequestOptions): PagePromise<CalendarFeed>

  /**
   * Makes a link by which calendar programs (Google Calendar, Apple Calendar, Outlook) read the calendar. The link
   * is a secret and is shown only this once. Delete the feed to revoke it. A workspace can have up to 20.
   *
   * Scope of the key: `calendar:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateCalendarFeedRequest, options?: RequestOptions & { readonly idempotencyKey?: undefined }): APIPromise<CreateCalendarFeedResponse & { url: string }>

  /**
   * Makes a link by which calendar programs (Google Calendar, Apple Calendar, Outlook) read the calendar. The link
   * is a secret and is shown only this once. Delete the feed to revoke it. A workspace can have up to 20.
   *
   * Scope of the key: `calendar:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateCalendarFeedRequest, options?: RequestOptions): APIPromise<CreateCalendarFeedResponse>

  /**
   * Revokes the link at once.
   *
   * Scope of the key: `calendar:write`.
   * @param id The `feed_id`.
   * @throws NotFoundError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>
}

/** What is planned for which day, and a link to it for calendar programs. */
export interface CalendarResource {
  readonly entries: CalendarEntriesResource
  readonly feeds: CalendarFeedsResource
}

/** `powerpost.connections.requests` */
export interface ConnectionsRequestsResource {
  /**
   * What became of a sign-in that `POST /connections` began.
   *
   * Scope of the key: `settings:read`.
   * @param id The `request_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<ConnectionRequest>

  /**
   * Waits until it is `choosing` or `connected` or `failed` or `expired`, and returns it.
   * @throws ConnectionRequestFailedError when it ended `failed`; APITimeoutError when it has not ended within
   * `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<ConnectionRequest>): Promise<ConnectionRequest>

  /**
   * Connects the chosen accounts of a sign-in, all or none. CONFLICT unless the status is `choosing`.
   *
   * Scope of the key: `settings:write`.
   * @param id The `request_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  choose(id: string, body: ChooseAccountsRequest, options?: RequestOptions): APIPromise<ConnectionRequest>
}

/** `powerpost.connections.choices` */
export interface ConnectionsChoicesResource {
  /**
   * What an account can choose between and only its platform knows, such as its playlists on YouTube. `GET
   * /platforms` says which lists a platform has; NOT_FOUND for one of another platform. Asks the platform if the
   * last answer is older than five minutes. Where it cannot be asked, the last answer is returned with `error`;
   * UNAVAILABLE or CONFLICT if there is none.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @param name
   * @throws NotFoundError, ConflictError, UnprocessableEntityError
   */
  get(id: string, name: string, options?: RequestOptions): APIPromise<PlatformChoices>
}

/** The platform accounts that posts are published to. */
export interface ConnectionsResource {
  readonly requests: ConnectionsRequestsResource
  readonly choices: ConnectionsChoicesResource

  /**
   * The platform accounts that the workspace can publish to, newest first.
   *
   * Scope of the key: `settings:read`.
   */
  list(query?: ListConnectionsQuery, options?: RequestOptions): PagePromise<Connection>

  /**
   * Connects platform accounts. A person opens `authorize_url`, signs in to the platform, and chooses if the
   * sign-in reaches several accounts; `GET /connections/requests/{id}` shows what became of it. A sandbox
   * connection is created at once, unless `sign_in` is set. Connecting the same account again renews its
   * connection, also after it was deleted.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateConnectionRequest, options?: RequestOptions): APIPromise<CreateConnectionResponse>

  /**
   * One connection. Its tokens are never shown.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<Connection>

  /**
   * Whether a connection works, when its tokens are renewed, and what a person has to do.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws NotFoundError
   */
  health(id: string, options?: RequestOptions): APIPromise<ConnectionHealth>

  /**
   * How much of the quotas of its platform is left, as far as the platform says it: when it is asked, or in its
   * answers to posts. Preflight warns when a post needs more.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws NotFoundError
   */
  limits(id: string, options?: RequestOptions): APIPromise<ConnectionLimits>

  /**
   * What holds for this platform account where it differs from the limits of the platform, such as its longest
   * video. Preflight uses it too. Asks the platform if the last answer is older than an hour.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws NotFoundError
   */
  capabilities(id: string, options?: RequestOptions): APIPromise<ConnectionCapabilities>

  /**
   * Revokes the platform's access and deletes the tokens. Scheduled posts that need the connection fail at their
   * time. CONFLICT while a post is being published to it.
   *
   * Scope of the key: `settings:write`.
   * @param id The `connection_id`.
   * @throws NotFoundError, ConflictError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>
}

/** What each platform accepts, and the versions of their APIs that the server uses. */
export interface PlatformsResource {
  /**
   * Every platform: whether accounts can be connected, and what each of its post types accepts, with the source of
   * each figure.
   *
   * Scope of the key: `posts:read`.
   */
  list(options?: RequestOptions): APIPromise<PlatformList>

  /**
   * What a post type accepts: texts, media, and a JSON Schema of its options. What one account may do less is in
   * `GET /connections/{id}/capabilities`.
   *
   * Scope of the key: `posts:read`.
   * @param postType
   */
  get(postType: string, options?: RequestOptions): APIPromise<PostTypeRules>
}

/** What each platform accepts, and the versions of their APIs that the server uses. */
export interface PlatformVersionsResource {
  /**
   * Which version of each platform API this server uses, and when its owner ends it.
   *
   * Scope of the key: `posts:read`.
   */
  get(options?: RequestOptions): APIPromise<PlatformVersionList>
}

/** `powerpost.account.ledger` */
export interface AccountLedgerResource {
  /**
   * Every change of the balance, newest first. A key limited to some workspaces sees only what those paid and were
   * refunded. A sandbox key sees an empty ledger: what it does costs nothing.
   *
   * Scope of the key: `account:read`.
   */
  list(query?: ListLedgerEntriesQuery, options?: RequestOptions): PagePromise<LedgerEntry>
}

/** `powerpost.account.workspaces` */
export interface AccountWorkspacesResource {
  /**
   * The workspaces of the account, newest first. A key limited to some workspaces sees only those.
   *
   * Scope of the key: `account:read`.
   */
  list(query?: ListWorkspacesQuery, options?: RequestOptions): PagePromise<Workspace>

  /**
   * Creates a workspace. A key limited to some workspaces cannot.
   *
   * Scope of the key: `account:manage`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateWorkspaceRequest, options?: RequestOptions): APIPromise<Workspace>

  /**
   * Renames a workspace.
   *
   * Scope of the key: `account:manage`.
   * @param id The `workspace_id`.
   * @throws NotFoundError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdateWorkspaceRequest, options?: RequestOptions): APIPromise<Workspace>

  /**
   * Deletes a workspace. Refused if it is not empty, unless `force=true`: then everything in it is deleted
   * permanently, and what is still running is ended and refunded, but for a video that a vendor was asked for: the
   * vendor is paid. The account's last workspace cannot be deleted, and a sandbox key deletes nothing that a live
   * key created.
   *
   * Scope of the key: `account:manage`.
   * @param id The `workspace_id`.
   * @throws NotFoundError, ConflictError
   */
  delete(id: string, query?: DeleteWorkspaceQuery, options?: RequestOptions): APIPromise<Deleted>
}

/** `powerpost.account.apiKeys` */
export interface AccountApiKeysResource {
  /**
   * The active API keys of the account, newest first. A sandbox key sees only sandbox keys. A key limited to some
   * workspaces sees only keys that are limited to the same or fewer.
   *
   * Scope of the key: `account:read`.
   */
  list(query?: ListApiKeysQuery, options?: RequestOptions): PagePromise<ApiKey>

  /**
   * Creates an API key and returns it. The key is shown only this once. It cannot have more scopes, more
   * workspaces or a longer life than the key that creates it; a sandbox key creates only sandbox keys.
   *
   * Scope of the key: `account:manage`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateApiKeyRequest, options?: RequestOptions & { readonly idempotencyKey?: undefined }): APIPromise<CreateApiKeyResponse & { key: string }>

  /**
   * Creates an API key and returns it. The key is shown only this once. It cannot have more scopes, more
   * workspaces or a longer life than the key that creates it; a sandbox key creates only sandbox keys.
   *
   * Scope of the key: `account:manage`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateApiKeyRequest, options?: RequestOptions): APIPromise<CreateApiKeyResponse>

  /**
   * Revokes an API key at once, on every server process. The last key that can manage the whole account cannot be
   * revoked.
   *
   * Scope of the key: `account:manage`.
   * @param id The `key_id`.
   * @throws NotFoundError, ConflictError
   */
  delete(id: string, query?: DeleteApiKeyQuery, options?: RequestOptions): APIPromise<Deleted>
}

/** `powerpost.account.audit` */
export interface AccountAuditResource {
  /**
   * Who changed what, newest first. Each successful change writes one entry, in the transaction of the change. A
   * refused request writes none, except that of a revoked or expired API key. A sandbox key sees what sandbox keys
   * did, a live key what live keys did, and a key that is limited to workspaces only changes in those. Entries are
   * deleted after 400 days, unless the operator has set another time.
   *
   * Scope of the key: `account:manage`.
   */
  list(query?: ListAuditLogQuery, options?: RequestOptions): PagePromise<AuditEntry>
}

/** Credits, workspaces and API keys of the account. */
export interface AccountResource {
  readonly ledger: AccountLedgerResource
  readonly workspaces: AccountWorkspacesResource
  readonly apiKeys: AccountApiKeysResource
  readonly audit: AccountAuditResource

  /**
   * The account's balance, shared by its workspaces.
   *
   * Scope of the key: `account:read`.
   */
  credits(options?: RequestOptions): APIPromise<Credits>
}

/** Who a workspace speaks for: its name, readers, words, colours and logo. */
export interface BrandResource {
  /**
   * The brand profile of the workspace; without one, an empty profile.
   *
   * Scope of the key: `settings:read`.
   */
  get(options?: RequestOptions): APIPromise<Brand>

  /**
   * Saves the whole brand profile of the workspace: what is left out is removed. Generations that were accepted
   * earlier keep the profile as it was.
   *
   * Scope of the key: `settings:write`.
   * @throws PayloadTooLargeError, UnsupportedMediaTypeError
   */
  replace(body?: PutBrandRequest, options?: RequestOptions): APIPromise<Brand>
}

/** A brand's own voice for generated captions. */
export interface WritingStylesResource {
  /**
   * The writing styles of the workspace, newest first.
   *
   * Scope of the key: `settings:read`.
   */
  list(query?: ListWritingStylesQuery, options?: RequestOptions): PagePromise<WritingStyle>

  /**
   * Creates a writing style. `active: true` makes it the only active style of the workspace.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateWritingStyleRequest, options?: RequestOptions): APIPromise<WritingStyle>

  /**
   * Has the text model of the server describe the voice of posts, and creates a writing style of it, with the most
   * typical as examples. What code can count (hashtags, emoji, exclamation marks) is counted. It is free, and
   * counts as a request that generates. It needs a text model; with a sandbox key the style is what code can
   * count.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  fromPosts(body: LearnWritingStyleRequest, options?: RequestOptions): APIPromise<LearnedWritingStyle>

  /**
   * One writing style.
   *
   * Scope of the key: `settings:read`.
   * @param id The `writing_style_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<WritingStyle>

  /**
   * Updates the given fields. Generations that were accepted earlier keep the style as it was.
   *
   * Scope of the key: `settings:write`.
   * @param id The `writing_style_id`.
   * @throws NotFoundError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdateWritingStyleRequest, options?: RequestOptions): APIPromise<WritingStyle>

  /**
   * Deletes a writing style. Generations that were accepted earlier keep it.
   *
   * Scope of the key: `settings:write`.
   * @param id The `writing_style_id`.
   * @throws NotFoundError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>
}

/** `powerpost.webhooks.endpoints` */
export interface WebhooksEndpointsResource {
  /**
   * The webhook endpoints of the workspace, newest first.
   *
   * Scope of the key: `settings:read`.
   */
  list(query?: ListWebhookEndpointsQuery, options?: RequestOptions): PagePromise<WebhookEndpoint>

  /**
   * Creates a webhook endpoint and returns the secret that signs its deliveries. The secret is shown only this
   * once. A workspace can have up to 50.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateWebhookEndpointRequest, options?: RequestOptions & { readonly idempotencyKey?: undefined }): APIPromise<CreateWebhookEndpointResponse & { secret: string }>

  /**
   * Creates a webhook endpoint and returns the secret that signs its deliveries. The secret is shown only this
   * once. A workspace can have up to 50.
   *
   * Scope of the key: `settings:write`.
   * @throws ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError
   */
  create(body: CreateWebhookEndpointRequest, options?: RequestOptions): APIPromise<CreateWebhookEndpointResponse>

  /**
   * One webhook endpoint, without its secret.
   *
   * Scope of the key: `settings:read`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<WebhookEndpoint>

  /**
   * Updates the given fields. `disabled: true` makes its pending deliveries fail; `disabled: false` enables it
   * again.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError, PayloadTooLargeError, UnsupportedMediaTypeError
   */
  update(id: string, body: UpdateWebhookEndpointRequest, options?: RequestOptions): APIPromise<WebhookEndpoint>

  /**
   * Deletes a webhook endpoint and its deliveries. Pending deliveries are not sent.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted>

  /**
   * Creates a new secret and returns it. The secret is shown only this once. Each earlier secret signs deliveries
   * for 24 hours after it was replaced: a delivery carries one signature of each. CONFLICT for a fifth rotation
   * within 24 hours.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  rotateSecret(id: string, options?: RequestOptions & { readonly idempotencyKey?: undefined }): APIPromise<RotateWebhookSecretResponse & { secret: string }>

  /**
   * Creates a new secret and returns it. The secret is shown only this once. Each earlier secret signs deliveries
   * for 24 hours after it was replaced: a delivery carries one signature of each. CONFLICT for a fifth rotation
   * within 24 hours.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  rotateSecret(id: string, options?: RequestOptions): APIPromise<RotateWebhookSecretResponse>

  /**
   * Sends a `webhook.test` event to the endpoint, and returns its delivery. The list of deliveries shows the
   * result. CONFLICT while the endpoint is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  test(id: string, options?: RequestOptions): APIPromise<WebhookDelivery>

  /**
   * Sends finished deliveries of an endpoint again, with the same `webhook-id`, oldest first. CONFLICT while the
   * endpoint is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  replay(id: string, body: ReplayWebhookDeliveriesRequest, options?: RequestOptions): APIPromise<ReplayWebhookDeliveriesResponse>
}

/** `powerpost.webhooks.deliveries` */
export interface WebhooksDeliveriesResource {
  /**
   * The deliveries of the last 30 days, newest first, each with its attempts and their responses.
   *
   * Scope of the key: `settings:read`.
   */
  list(query?: ListWebhookDeliveriesQuery, options?: RequestOptions): PagePromise<WebhookDelivery>

  /**
   * One delivery, with the body of its request.
   *
   * Scope of the key: `settings:read`.
   * @param id The `delivery_id`.
   * @throws NotFoundError
   */
  get(id: string, options?: RequestOptions): APIPromise<WebhookDeliveryWithPayload>

  /**
   * Sends a delivery again at once, with the same `webhook-id`, whatever its status. CONFLICT while its endpoint
   * is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `delivery_id`.
   * @throws NotFoundError, ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * UnprocessableEntityError
   */
  replay(id: string, options?: RequestOptions): APIPromise<WebhookDelivery>
}

/** Endpoints that receive signed events, and the deliveries to them. */
export interface WebhooksResource {
  readonly endpoints: WebhooksEndpointsResource
  readonly deliveries: WebhooksDeliveriesResource
}

/** Everything the API does, by resource. */
export interface API {
  /** Captions for six platforms from a text, images or a video. */
  readonly content: ContentResource
  /** Images and videos to write captions about and to publish. */
  readonly media: MediaResource
  /** Images from a prompt, in the style of reference images, or for the caption of a generation. */
  readonly images: ImagesResource
  /** A short video from a prompt, or from a prompt and an image. */
  readonly videos: VideosResource
  /** Drafts that are checked, published, scheduled and retried; never posted twice. */
  readonly posts: PostsResource
  /** What platforms say of posted items: views, likes, comments and more. */
  readonly postItems: PostItemsResource
  /** What platforms say of posted items: views, likes, comments and more. */
  readonly analytics: AnalyticsResource
  /** Times of the week at which posts are published, each by one post. */
  readonly queues: QueuesResource
  /** What is planned for which day, and a link to it for calendar programs. */
  readonly calendar: CalendarResource
  /** The platform accounts that posts are published to. */
  readonly connections: ConnectionsResource
  /** What each platform accepts, and the versions of their APIs that the server uses. */
  readonly platforms: PlatformsResource
  /** What each platform accepts, and the versions of their APIs that the server uses. */
  readonly platformVersions: PlatformVersionsResource
  /** Credits, workspaces and API keys of the account. */
  readonly account: AccountResource
  /** Who a workspace speaks for: its name, readers, words, colours and logo. */
  readonly brand: BrandResource
  /** A brand's own voice for generated captions. */
  readonly writingStyles: WritingStylesResource
  /** Endpoints that receive signed events, and the deliveries to them. */
  readonly webhooks: WebhooksResource
}
