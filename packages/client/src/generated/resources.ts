// Made from packages/contract by `pnpm generate`: change it there.

import type { APIPromise } from '../core/api-promise.ts'
import type { Transport } from '../core/operation.ts'
import type { RequestOptions } from '../core/options.ts'
import type { PagePromise } from '../core/page.ts'
import { path } from '../core/path.ts'
import type { StreamOptions } from '../core/stream.ts'
import { streamEvents } from '../core/stream.ts'
import type { WaitOptions } from '../core/poll.ts'
import { unlessFailed } from '../core/poll.ts'
import { waitFor } from '../core/poll.ts'
import type { UploadOptions } from '../core/upload/uploadable.ts'
import type {
  ApiKey,
  AuditEntry,
  Brand,
  ChooseAccountsRequest,
  Connection,
  ConnectionHealth,
  ConnectionRequest,
  CreateApiKeyRequest,
  CreateApiKeyResponse,
  CreateConnectionRequest,
  CreateConnectionResponse,
  CreatePostRequest,
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
  Generation,
  GenerationEvent,
  GenerationSummary,
  ImageGeneration,
  ImageGenerationEvent,
  ImageGenerationSummary,
  ImportMediaRequest,
  LedgerEntry,
  ListApiKeysQuery,
  ListAuditLogQuery,
  ListConnectionsQuery,
  ListGenerationsQuery,
  ListImageGenerationsQuery,
  ListLedgerEntriesQuery,
  ListMediaQuery,
  ListPostsQuery,
  ListWebhookDeliveriesQuery,
  ListWebhookEndpointsQuery,
  ListWorkspacesQuery,
  ListWritingStylesQuery,
  Media,
  Post,
  Preflight,
  PreflightPostRequest,
  PublishPostResponse,
  PutBrandRequest,
  RegenerateImagesRequest,
  RegenerateRequest,
  ReplayWebhookDeliveriesRequest,
  ReplayWebhookDeliveriesResponse,
  RetryPostItemRequest,
  RotateWebhookSecretResponse,
  SchedulePostRequest,
  UpdatePostRequest,
  UpdateWebhookEndpointRequest,
  UpdateWorkspaceRequest,
  UpdateWritingStyleRequest,
  UploadMediaRequest,
  WebhookDelivery,
  WebhookEndpoint,
  Workspace,
  WritingStyle,
} from './types.ts'

/** `powerpost.content.generations` */
export class ContentGenerationsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The generations of the workspace, newest first, without their captions.
   *
   * Scope of the key: `content:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListGenerationsQuery = {}, options?: RequestOptions): PagePromise<GenerationSummary> {
    return this.#transport.list<GenerationSummary>({ method: 'GET', path: '/content/generations', query }, options)
  }

  /**
   * One generation, with its captions when it is `completed`, or its error when it is `failed`.
   *
   * Scope of the key: `content:read`.
   * @param id The `generation_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<Generation> {
    return this.#transport.request<Generation>({ method: 'GET', path: path`/content/generations/${id}` }, options)
  }

  /**
   * Reads it until it is `completed` or `failed`.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<Generation>): Promise<Generation> {
    const ended = ['completed', 'failed']
    return waitFor({ runtime: this.#transport.runtime, ended, read: () => this.get(id, options) }, options)
  }

  /**
   * Streams the progress of a generation as Server-Sent Events: `queued`, `researching`, `analyzing`, the
   * `caption` of each platform when it is finished, and `completed` or `failed`, which ends the stream. A lost
   * connection is resumed with `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the
   * stream begins at the start of the last run. A comment is sent every 15 seconds when there is no event. A key
   * may have 20 open streams.
   *
   * Scope of the key: `content:read`.
   * @param id The `generation_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  stream(id: string, options?: StreamOptions): AsyncGenerator<GenerationEvent, void, undefined> {
    const operation = { method: 'GET', path: path`/content/generations/${id}/events` } as const
    return streamEvents<GenerationEvent>({ transport: this.#transport, operation, ended: ['completed', 'failed'] }, options)
  }

  /**
   * Regenerates some captions of a completed generation. It is `processing` until they are finished; if that
   * fails, the captions stay unchanged and the credits are refunded. Costs the same as a text prompt in the same
   * research mode for that many platforms.
   *
   * Scope of the key: `content:generate`.
   * @param id The `generation_id`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, NotFoundError,
   * ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  regenerate(id: string, body: RegenerateRequest, options?: RequestOptions): APIPromise<GenerateContentResponse> {
    return this.#transport.request<GenerateContentResponse>({ method: 'POST', path: path`/content/generations/${id}/regenerate`, body }, options)
  }

  /**
   * `regenerate`, and `waitFor` what it started.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  async regenerateAndWait(id: string, body: RegenerateRequest, options?: WaitOptions<Generation>): Promise<Generation> {
    const started = await this.regenerate(id, body, options)
    const job = await this.waitFor(started.generation_id, options)
    return unlessFailed(job, job.regeneration)
  }
}

/**
 * `powerpost.content`
 *
 * Captions for six platforms from a text, images or a video.
 */
export class ContentResource {
  readonly #transport: Transport
  readonly generations: ContentGenerationsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.generations = new ContentGenerationsResource(transport)
  }

  /**
   * Starts writing captions from a text, images or a video, and returns at once. Poll `status_url` for the result.
   * The credits of a failed generation are refunded.
   *
   * Scope of the key: `content:generate`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  generate(body: GenerateContentRequest, options?: RequestOptions): APIPromise<GenerateContentResponse> {
    return this.#transport.request<GenerateContentResponse>({ method: 'POST', path: '/content/generate', body }, options)
  }

  /**
   * `generate`, and `generations.waitFor` what it started.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  async generateAndWait(body: GenerateContentRequest, options?: WaitOptions<Generation>): Promise<Generation> {
    const started = await this.generate(body, options)
    return this.generations.waitFor(started.generation_id, options)
  }

  /**
   * Returns what a generation would cost. Takes the same body as starting one, and starts nothing.
   *
   * Scope of the key: `content:generate`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  estimate(body: GenerateContentRequest, options?: RequestOptions): APIPromise<Estimate> {
    return this.#transport.request<Estimate>({ method: 'POST', path: '/content/estimate', body }, options)
  }
}

/**
 * `powerpost.media`
 *
 * Images and videos to write captions about and to publish.
 */
export class MediaResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Uploads one image or video as `multipart/form-data`, streamed. An incomplete file, or one in an unsupported
   * format, is refused and not stored. A HEIC is stored as a JPEG.
   *
   * Scope of the key: `media:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  upload(body: UploadMediaRequest, options?: UploadOptions): APIPromise<Media> {
    return this.#transport.request<Media>({ method: 'POST', path: '/media/upload', multipart: { form: body, file: 'file' } }, options)
  }

  /**
   * Downloads one image or video from a URL and stores it, like an upload. Redirects are followed, to public
   * addresses only. The response is sent when the file is stored, which can take up to ten minutes.
   *
   * Scope of the key: `media:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  fromUrl(body: ImportMediaRequest, options?: RequestOptions): APIPromise<Media> {
    return this.#transport.request<Media>({ method: 'POST', path: '/media/from-url', body }, options)
  }

  /**
   * The media of the workspace, newest first.
   *
   * Scope of the key: `media:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListMediaQuery = {}, options?: RequestOptions): PagePromise<Media> {
    return this.#transport.list<Media>({ method: 'GET', path: '/media', query }, options)
  }

  /**
   * One image or video, with fresh links to its file.
   *
   * Scope of the key: `media:read`.
   * @param id The `media_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<Media> {
    return this.#transport.request<Media>({ method: 'GET', path: path`/media/${id}` }, options)
  }

  /**
   * Deletes an image or video permanently, and frees its storage. Refused while something unfinished uses it: a
   * running generation, or a post that is not published. Captions written about it are kept.
   *
   * Scope of the key: `media:write`.
   * @param id The `media_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/media/${id}` }, options)
  }
}

/** `powerpost.images.generations` */
export class ImagesGenerationsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The image generations of the workspace, newest first, without their images.
   *
   * Scope of the key: `images:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListImageGenerationsQuery = {}, options?: RequestOptions): PagePromise<ImageGenerationSummary> {
    return this.#transport.list<ImageGenerationSummary>({ method: 'GET', path: '/images/generations', query }, options)
  }

  /**
   * One image generation, with its images. Every request returns fresh links.
   *
   * Scope of the key: `images:read`.
   * @param id The `image_generation_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<ImageGeneration> {
    return this.#transport.request<ImageGeneration>({ method: 'GET', path: path`/images/generations/${id}` }, options)
  }

  /**
   * Reads it until it is `completed` or `failed`.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration> {
    const ended = ['completed', 'failed']
    return waitFor({ runtime: this.#transport.runtime, ended, read: () => this.get(id, options) }, options)
  }

  /**
   * Streams the progress of an image generation as Server-Sent Events: `queued`, `drawing`, each `image` when it
   * is finished, and `completed` or `failed`, which ends the stream. A lost connection is resumed with
   * `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start
   * of the last run. A comment is sent every 15 seconds when there is no event. A key may have 20 open streams.
   *
   * Scope of the key: `images:read`.
   * @param id The `image_generation_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  stream(id: string, options?: StreamOptions): AsyncGenerator<ImageGenerationEvent, void, undefined> {
    const operation = { method: 'GET', path: path`/images/generations/${id}/events` } as const
    return streamEvents<ImageGenerationEvent>({ transport: this.#transport, operation, ended: ['completed', 'failed'] }, options)
  }

  /**
   * Regenerates some images of a completed image generation. It is `processing` until they are finished; then they
   * replace the old ones, whose files stay in the workspace. An image that fails stays unchanged and its credits
   * are refunded. Costs the price of the model for each image.
   *
   * Scope of the key: `images:generate`.
   * @param id The `image_generation_id`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, NotFoundError,
   * ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  regenerate(id: string, body: RegenerateImagesRequest, options?: RequestOptions): APIPromise<GenerateImagesResponse> {
    return this.#transport.request<GenerateImagesResponse>({ method: 'POST', path: path`/images/generations/${id}/regenerate`, body }, options)
  }

  /**
   * `regenerate`, and `waitFor` what it started.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  async regenerateAndWait(id: string, body: RegenerateImagesRequest, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration> {
    const started = await this.regenerate(id, body, options)
    const job = await this.waitFor(started.image_generation_id, options)
    return unlessFailed(job, job.regeneration)
  }
}

/**
 * `powerpost.images`
 *
 * Images from a prompt, in the style of reference images, or for the caption of a generation.
 */
export class ImagesResource {
  readonly #transport: Transport
  readonly generations: ImagesGenerationsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.generations = new ImagesGenerationsResource(transport)
  }

  /**
   * Starts generating 1-4 images from a prompt, in the style of reference images, or for the caption of a
   * generation, and returns at once. Poll `status_url` for the result. The credits of failed images are refunded.
   *
   * Scope of the key: `images:generate`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  generate(body: GenerateImagesRequest, options?: RequestOptions): APIPromise<GenerateImagesResponse> {
    return this.#transport.request<GenerateImagesResponse>({ method: 'POST', path: '/images/generate', body }, options)
  }

  /**
   * `generate`, and `generations.waitFor` what it started.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  async generateAndWait(body: GenerateImagesRequest, options?: WaitOptions<ImageGeneration>): Promise<ImageGeneration> {
    const started = await this.generate(body, options)
    return this.generations.waitFor(started.image_generation_id, options)
  }
}

/** `powerpost.posts.items` */
export class PostsItemsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Retries a failed item from the step where it stopped, or on another account. It is never posted twice.
   * CONFLICT while its post is publishing, for an item that has not failed, and for an unknown outcome without
   * `not_posted`.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @param itemId The `item_id`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, NotFoundError,
   * ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  retry(id: string, itemId: string, body: RetryPostItemRequest = {}, options?: RequestOptions): APIPromise<PublishPostResponse> {
    return this.#transport.request<PublishPostResponse>({ method: 'POST', path: path`/posts/${id}/items/${itemId}/retry`, body }, options)
  }
}

/**
 * `powerpost.posts`
 *
 * Drafts that are checked, published, scheduled and retried; never posted twice.
 */
export class PostsResource {
  readonly #transport: Transport
  readonly items: PostsItemsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.items = new PostsItemsResource(transport)
  }

  /**
   * Creates a draft, from a generation's captions or from your own texts. A draft may break a platform's rules:
   * preflight and publishing check them.
   *
   * Scope of the key: `posts:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreatePostRequest, options?: RequestOptions): APIPromise<Post> {
    return this.#transport.request<Post>({ method: 'POST', path: '/posts', body }, options)
  }

  /**
   * The posts of the workspace, newest first. A page of long texts may hold fewer than `limit`: `has_more` tells
   * whether there is another page.
   *
   * Scope of the key: `posts:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListPostsQuery = {}, options?: RequestOptions): PagePromise<Post> {
    return this.#transport.list<Post>({ method: 'GET', path: '/posts', query }, options)
  }

  /**
   * One post, with the status of each item.
   *
   * Scope of the key: `posts:read`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<Post> {
    return this.#transport.request<Post>({ method: 'GET', path: path`/posts/${id}` }, options)
  }

  /**
   * Reads it until it is `published` or `failed`.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<Post>): Promise<Post> {
    const ended = ['published', 'failed']
    return waitFor({ runtime: this.#transport.runtime, ended, read: () => this.get(id, options) }, options)
  }

  /**
   * Replaces all items of a draft; they get new ids. Missing texts are filled from its generation, if it was
   * created from one. CONFLICT once it is scheduled or published: cancel it first.
   *
   * Scope of the key: `posts:write`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  update(id: string, body: UpdatePostRequest, options?: RequestOptions): APIPromise<Post> {
    return this.#transport.request<Post>({ method: 'PATCH', path: path`/posts/${id}`, body }, options)
  }

  /**
   * Deletes a draft. CONFLICT for any other post: published posts are kept.
   *
   * Scope of the key: `posts:write`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/posts/${id}` }, options)
  }

  /**
   * Lists every platform rule that a draft breaks, or that the given items would break. Publishes nothing.
   *
   * Scope of the key: `posts:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  preflight(body: PreflightPostRequest, options?: RequestOptions): APIPromise<Preflight> {
    return this.#transport.request<Preflight>({ method: 'POST', path: '/posts/preflight', body }, options)
  }

  /**
   * Publishes the items of a draft. Each item succeeds or fails by itself. Returns at once: poll `status_url` for
   * the result. The credits of items that are not posted are refunded at the end.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, PaymentRequiredError, ForbiddenError, NotFoundError,
   * ConflictError, PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  publish(id: string, options?: RequestOptions): APIPromise<PublishPostResponse> {
    return this.#transport.request<PublishPostResponse>({ method: 'POST', path: path`/posts/${id}/publish` }, options)
  }

  /**
   * `publish`, and `waitFor` what it started.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  async publishAndWait(id: string, options?: WaitOptions<Post>): Promise<Post> {
    const started = await this.publish(id, options)
    return this.waitFor(started.post_id, options)
  }

  /**
   * Schedules a draft, or reschedules a scheduled post. Nothing is charged before that time. The post is checked
   * now and again at that time. Each item goes to the connection that is chosen now; if that is gone at the time,
   * the item fails.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  schedule(id: string, body: SchedulePostRequest, options?: RequestOptions): APIPromise<Post> {
    return this.#transport.request<Post>({ method: 'POST', path: path`/posts/${id}/schedule`, body }, options)
  }

  /**
   * Turns a scheduled post back into a draft. CONFLICT for any other post.
   *
   * Scope of the key: `posts:publish`.
   * @param id The `post_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  cancel(id: string, options?: RequestOptions): APIPromise<Post> {
    return this.#transport.request<Post>({ method: 'POST', path: path`/posts/${id}/cancel` }, options)
  }
}

/** `powerpost.connections.requests` */
export class ConnectionsRequestsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * What became of a sign-in that `POST /connections` began.
   *
   * Scope of the key: `settings:read`.
   * @param id The `request_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<ConnectionRequest> {
    return this.#transport.request<ConnectionRequest>({ method: 'GET', path: path`/connections/requests/${id}` }, options)
  }

  /**
   * Reads it until it is `choosing` or `connected` or `failed` or `expired`.
   * @throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.
   */
  waitFor(id: string, options?: WaitOptions<ConnectionRequest>): Promise<ConnectionRequest> {
    const ended = ['choosing', 'connected', 'failed', 'expired']
    return waitFor({ runtime: this.#transport.runtime, ended, read: () => this.get(id, options) }, options)
  }

  /**
   * Connects the chosen accounts of a sign-in, all or none. CONFLICT unless the status is `choosing`.
   *
   * Scope of the key: `settings:write`.
   * @param id The `request_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  choose(id: string, body: ChooseAccountsRequest, options?: RequestOptions): APIPromise<ConnectionRequest> {
    return this.#transport.request<ConnectionRequest>({ method: 'POST', path: path`/connections/requests/${id}/choose`, body }, options)
  }
}

/**
 * `powerpost.connections`
 *
 * The platform accounts that posts are published to.
 */
export class ConnectionsResource {
  readonly #transport: Transport
  readonly requests: ConnectionsRequestsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.requests = new ConnectionsRequestsResource(transport)
  }

  /**
   * The platform accounts that the workspace can publish to, newest first.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListConnectionsQuery = {}, options?: RequestOptions): PagePromise<Connection> {
    return this.#transport.list<Connection>({ method: 'GET', path: '/connections', query }, options)
  }

  /**
   * Connects platform accounts. A person opens `authorize_url`, signs in to the platform, and chooses if the
   * sign-in reaches several accounts; `GET /connections/requests/{id}` shows what became of it. A sandbox
   * connection is created at once, unless `sign_in` is set. Connecting the same account again renews its
   * connection, also after it was deleted.
   *
   * Scope of the key: `settings:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreateConnectionRequest, options?: RequestOptions): APIPromise<CreateConnectionResponse> {
    return this.#transport.request<CreateConnectionResponse>({ method: 'POST', path: '/connections', body }, options)
  }

  /**
   * One connection. Its tokens are never shown.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<Connection> {
    return this.#transport.request<Connection>({ method: 'GET', path: path`/connections/${id}` }, options)
  }

  /**
   * Whether a connection works, when its tokens are renewed, and what a person has to do.
   *
   * Scope of the key: `settings:read`.
   * @param id The `connection_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  health(id: string, options?: RequestOptions): APIPromise<ConnectionHealth> {
    return this.#transport.request<ConnectionHealth>({ method: 'GET', path: path`/connections/${id}/health` }, options)
  }

  /**
   * Revokes the platform's access and deletes the tokens. Scheduled posts that need the connection fail at their
   * time. CONFLICT while a post is being published to it.
   *
   * Scope of the key: `settings:write`.
   * @param id The `connection_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/connections/${id}` }, options)
  }
}

/** `powerpost.account.ledger` */
export class AccountLedgerResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Every change of the balance, newest first. A key limited to some workspaces sees only what those paid and were
   * refunded. A sandbox key sees an empty ledger: what it does costs nothing.
   *
   * Scope of the key: `account:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListLedgerEntriesQuery = {}, options?: RequestOptions): PagePromise<LedgerEntry> {
    return this.#transport.list<LedgerEntry>({ method: 'GET', path: '/account/credits/ledger', query, workspace: false }, options)
  }
}

/** `powerpost.account.workspaces` */
export class AccountWorkspacesResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The workspaces of the account, newest first. A key limited to some workspaces sees only those.
   *
   * Scope of the key: `account:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWorkspacesQuery = {}, options?: RequestOptions): PagePromise<Workspace> {
    return this.#transport.list<Workspace>({ method: 'GET', path: '/account/workspaces', query, workspace: false }, options)
  }

  /**
   * Creates a workspace. A key limited to some workspaces cannot.
   *
   * Scope of the key: `account:manage`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreateWorkspaceRequest, options?: RequestOptions): APIPromise<Workspace> {
    return this.#transport.request<Workspace>({ method: 'POST', path: '/account/workspaces', body, workspace: false }, options)
  }

  /**
   * Renames a workspace.
   *
   * Scope of the key: `account:manage`.
   * @param id The `workspace_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  update(id: string, body: UpdateWorkspaceRequest, options?: RequestOptions): APIPromise<Workspace> {
    return this.#transport.request<Workspace>({ method: 'PATCH', path: path`/account/workspaces/${id}`, body, workspace: false }, options)
  }

  /**
   * Deletes a workspace. Refused if it is not empty, unless `force=true`: then everything in it is deleted
   * permanently, and what is still running is ended and refunded. The account's last workspace cannot be deleted,
   * and a sandbox key deletes nothing that a live key created.
   *
   * Scope of the key: `account:manage`.
   * @param id The `workspace_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, query: DeleteWorkspaceQuery = {}, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/account/workspaces/${id}`, query, workspace: false }, options)
  }
}

/** `powerpost.account.apiKeys` */
export class AccountApiKeysResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The active API keys of the account, newest first. A sandbox key sees only sandbox keys. A key limited to some
   * workspaces sees only keys that are limited to the same or fewer.
   *
   * Scope of the key: `account:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListApiKeysQuery = {}, options?: RequestOptions): PagePromise<ApiKey> {
    return this.#transport.list<ApiKey>({ method: 'GET', path: '/account/api-keys', query, workspace: false }, options)
  }

  /**
   * Creates an API key and returns it. The key is shown only this once. It cannot have more scopes, more
   * workspaces or a longer life than the key that creates it; a sandbox key creates only sandbox keys.
   *
   * Scope of the key: `account:manage`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreateApiKeyRequest, options?: RequestOptions): APIPromise<CreateApiKeyResponse> {
    return this.#transport.request<CreateApiKeyResponse>({ method: 'POST', path: '/account/api-keys', body, workspace: false }, options)
  }

  /**
   * Revokes an API key at once, on every server process. The last key that can manage the whole account cannot be
   * revoked.
   *
   * Scope of the key: `account:manage`.
   * @param id The `key_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, query: DeleteApiKeyQuery = {}, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/account/api-keys/${id}`, query, workspace: false }, options)
  }
}

/** `powerpost.account.audit` */
export class AccountAuditResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Who changed what, newest first. Each successful change writes one entry, in the transaction of the change. A
   * refused request writes none, except that of a revoked or expired API key. A sandbox key sees what sandbox keys
   * did, a live key what live keys did, and a key that is limited to workspaces only changes in those. Entries are
   * deleted after 400 days, unless the operator has set another time.
   *
   * Scope of the key: `account:manage`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListAuditLogQuery = {}, options?: RequestOptions): PagePromise<AuditEntry> {
    return this.#transport.list<AuditEntry>({ method: 'GET', path: '/account/audit', query, workspace: false }, options)
  }
}

/**
 * `powerpost.account`
 *
 * Credits, workspaces and API keys of the account.
 */
export class AccountResource {
  readonly #transport: Transport
  readonly ledger: AccountLedgerResource
  readonly workspaces: AccountWorkspacesResource
  readonly apiKeys: AccountApiKeysResource
  readonly audit: AccountAuditResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.ledger = new AccountLedgerResource(transport)
    this.workspaces = new AccountWorkspacesResource(transport)
    this.apiKeys = new AccountApiKeysResource(transport)
    this.audit = new AccountAuditResource(transport)
  }

  /**
   * The account's balance, shared by its workspaces.
   *
   * Scope of the key: `account:read`.
   * @throws UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  credits(options?: RequestOptions): APIPromise<Credits> {
    return this.#transport.request<Credits>({ method: 'GET', path: '/account/credits', workspace: false }, options)
  }
}

/**
 * `powerpost.brand`
 *
 * Who a workspace speaks for: its name, readers, words, colours and logo.
 */
export class BrandResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The brand profile of the workspace; without one, an empty profile.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  get(options?: RequestOptions): APIPromise<Brand> {
    return this.#transport.request<Brand>({ method: 'GET', path: '/brand' }, options)
  }

  /**
   * Saves the whole brand profile of the workspace: what is left out is removed. Generations that were accepted
   * earlier keep the profile as it was.
   *
   * Scope of the key: `settings:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, PayloadTooLargeError, UnsupportedMediaTypeError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  replace(body: PutBrandRequest = {}, options?: RequestOptions): APIPromise<Brand> {
    return this.#transport.request<Brand>({ method: 'PUT', path: '/brand', body }, options)
  }
}

/**
 * `powerpost.writingStyles`
 *
 * A brand's own voice for generated captions.
 */
export class WritingStylesResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The writing styles of the workspace, newest first.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWritingStylesQuery = {}, options?: RequestOptions): PagePromise<WritingStyle> {
    return this.#transport.list<WritingStyle>({ method: 'GET', path: '/writing-styles', query }, options)
  }

  /**
   * Creates a writing style. `active: true` makes it the only active style of the workspace.
   *
   * Scope of the key: `settings:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreateWritingStyleRequest, options?: RequestOptions): APIPromise<WritingStyle> {
    return this.#transport.request<WritingStyle>({ method: 'POST', path: '/writing-styles', body }, options)
  }

  /**
   * One writing style.
   *
   * Scope of the key: `settings:read`.
   * @param id The `writing_style_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<WritingStyle> {
    return this.#transport.request<WritingStyle>({ method: 'GET', path: path`/writing-styles/${id}` }, options)
  }

  /**
   * Updates the given fields. Generations that were accepted earlier keep the style as it was.
   *
   * Scope of the key: `settings:write`.
   * @param id The `writing_style_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  update(id: string, body: UpdateWritingStyleRequest, options?: RequestOptions): APIPromise<WritingStyle> {
    return this.#transport.request<WritingStyle>({ method: 'PATCH', path: path`/writing-styles/${id}`, body }, options)
  }

  /**
   * Deletes a writing style. Generations that were accepted earlier keep it.
   *
   * Scope of the key: `settings:write`.
   * @param id The `writing_style_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/writing-styles/${id}` }, options)
  }
}

/** `powerpost.webhooks.endpoints` */
export class WebhooksEndpointsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The webhook endpoints of the workspace, newest first.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWebhookEndpointsQuery = {}, options?: RequestOptions): PagePromise<WebhookEndpoint> {
    return this.#transport.list<WebhookEndpoint>({ method: 'GET', path: '/webhooks/endpoints', query }, options)
  }

  /**
   * Creates a webhook endpoint and returns the secret that signs its deliveries. The secret is shown only this
   * once. A workspace can have up to 50.
   *
   * Scope of the key: `settings:write`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  create(body: CreateWebhookEndpointRequest, options?: RequestOptions): APIPromise<CreateWebhookEndpointResponse> {
    return this.#transport.request<CreateWebhookEndpointResponse>({ method: 'POST', path: '/webhooks/endpoints', body }, options)
  }

  /**
   * One webhook endpoint, without its secret.
   *
   * Scope of the key: `settings:read`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  get(id: string, options?: RequestOptions): APIPromise<WebhookEndpoint> {
    return this.#transport.request<WebhookEndpoint>({ method: 'GET', path: path`/webhooks/endpoints/${id}` }, options)
  }

  /**
   * Updates the given fields. `disabled: true` makes its pending deliveries fail; `disabled: false` enables it
   * again.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  update(id: string, body: UpdateWebhookEndpointRequest, options?: RequestOptions): APIPromise<WebhookEndpoint> {
    return this.#transport.request<WebhookEndpoint>({ method: 'PATCH', path: path`/webhooks/endpoints/${id}`, body }, options)
  }

  /**
   * Deletes a webhook endpoint and its deliveries. Pending deliveries are not sent.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/webhooks/endpoints/${id}` }, options)
  }

  /**
   * Creates a new secret and returns it. The secret is shown only this once. Each earlier secret signs deliveries
   * for 24 hours after it was replaced: a delivery carries one signature of each. CONFLICT for a fifth rotation
   * within 24 hours.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  rotateSecret(id: string, options?: RequestOptions): APIPromise<RotateWebhookSecretResponse> {
    return this.#transport.request<RotateWebhookSecretResponse>({ method: 'POST', path: path`/webhooks/endpoints/${id}/rotate-secret` }, options)
  }

  /**
   * Sends a `webhook.test` event to the endpoint, and returns its delivery. The list of deliveries shows the
   * result. CONFLICT while the endpoint is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  test(id: string, options?: RequestOptions): APIPromise<WebhookDelivery> {
    return this.#transport.request<WebhookDelivery>({ method: 'POST', path: path`/webhooks/endpoints/${id}/test` }, options)
  }

  /**
   * Sends finished deliveries of an endpoint again, with the same `webhook-id`, oldest first. CONFLICT while the
   * endpoint is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `endpoint_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  replay(id: string, body: ReplayWebhookDeliveriesRequest, options?: RequestOptions): APIPromise<ReplayWebhookDeliveriesResponse> {
    return this.#transport.request<ReplayWebhookDeliveriesResponse>({ method: 'POST', path: path`/webhooks/endpoints/${id}/replay`, body }, options)
  }
}

/** `powerpost.webhooks.deliveries` */
export class WebhooksDeliveriesResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The deliveries of the last 30 days, newest first, each with its attempts and their responses.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWebhookDeliveriesQuery = {}, options?: RequestOptions): PagePromise<WebhookDelivery> {
    return this.#transport.list<WebhookDelivery>({ method: 'GET', path: '/webhooks/deliveries', query }, options)
  }

  /**
   * Sends a delivery again at once, with the same `webhook-id`, whatever its status. CONFLICT while its endpoint
   * is disabled.
   *
   * Scope of the key: `settings:write`.
   * @param id The `delivery_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * PayloadTooLargeError, UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError,
   * InternalServerError, ServiceUnavailableError
   */
  replay(id: string, options?: RequestOptions): APIPromise<WebhookDelivery> {
    return this.#transport.request<WebhookDelivery>({ method: 'POST', path: path`/webhooks/deliveries/${id}/replay` }, options)
  }
}

/**
 * `powerpost.webhooks`
 *
 * Endpoints that receive signed events, and the deliveries to them.
 */
export class WebhooksResource {
  readonly endpoints: WebhooksEndpointsResource
  readonly deliveries: WebhooksDeliveriesResource

  constructor(transport: Transport) {
    this.endpoints = new WebhooksEndpointsResource(transport)
    this.deliveries = new WebhooksDeliveriesResource(transport)
  }
}

/** Everything the API does, by resource. */
export abstract class API {
  /** Captions for six platforms from a text, images or a video. */
  readonly content: ContentResource
  /** Images and videos to write captions about and to publish. */
  readonly media: MediaResource
  /** Images from a prompt, in the style of reference images, or for the caption of a generation. */
  readonly images: ImagesResource
  /** Drafts that are checked, published, scheduled and retried; never posted twice. */
  readonly posts: PostsResource
  /** The platform accounts that posts are published to. */
  readonly connections: ConnectionsResource
  /** Credits, workspaces and API keys of the account. */
  readonly account: AccountResource
  /** Who a workspace speaks for: its name, readers, words, colours and logo. */
  readonly brand: BrandResource
  /** A brand's own voice for generated captions. */
  readonly writingStyles: WritingStylesResource
  /** Endpoints that receive signed events, and the deliveries to them. */
  readonly webhooks: WebhooksResource

  constructor(transport: Transport) {
    this.content = new ContentResource(transport)
    this.media = new MediaResource(transport)
    this.images = new ImagesResource(transport)
    this.posts = new PostsResource(transport)
    this.connections = new ConnectionsResource(transport)
    this.account = new AccountResource(transport)
    this.brand = new BrandResource(transport)
    this.writingStyles = new WritingStylesResource(transport)
    this.webhooks = new WebhooksResource(transport)
  }
}
