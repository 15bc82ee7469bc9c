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
  Connection,
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
  ImageGenerationSummary,
  ImportMediaRequest,
  LedgerEntry,
  ListApiKeysQuery,
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
   * One generation, with its captions once it is `completed`, or its error once it is `failed`.
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
   * What happens to a generation, as it happens, as Server-Sent Events: `queued`, `researching`, `analyzing`, the
   * `caption` of each platform as it is finished, and `completed` or `failed`, with which the stream ends. A
   * connection that was lost is taken up with `Last-Event-ID`, on any server process, without a gap or a double.
   * Without it the stream begins where the last writing of the captions began. A comment comes every 15 seconds
   * when nothing else does. A key may have 20 streams open at once.
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
   * Writes some captions of a completed generation anew. It is `processing` until they are there; if that fails,
   * the captions stay as they were and the credits are given back. Costs what a text in the same research mode
   * costs for that many platforms.
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
 * Captions for six platforms from a text, pictures or a video.
 */
export class ContentResource {
  readonly #transport: Transport
  readonly generations: ContentGenerationsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.generations = new ContentGenerationsResource(transport)
  }

  /**
   * Starts writing captions from a text, images or a video, and answers at once. Poll `status_url` for the result.
   * A generation that fails gives its credits back.
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
   * What a generation would cost: the same body as to start it, and nothing is started.
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
 * Pictures and videos to write about and to publish.
 */
export class MediaResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Uploads one picture or video as `multipart/form-data`, streamed. A file that is not whole, or not one of the
   * supported formats, is refused and nothing of it is kept.
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
   * Fetches one picture or video from an address and keeps it, as an upload would. Redirects are followed, to
   * public addresses alone. The answer comes when the file is here: in up to ten minutes.
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
   * One picture or video, with fresh links to its file.
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
   * Deletes a picture or video for good, and gives its room back. Refused while something that is not finished
   * uses it: a generation that runs, a post that is not published. Captions written about it stay.
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
   * One image generation, with its images. Their links are made anew each time.
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
}

/**
 * `powerpost.images`
 *
 * Images from a prompt, in the look of others, or for the caption of a generation.
 */
export class ImagesResource {
  readonly #transport: Transport
  readonly generations: ImagesGenerationsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.generations = new ImagesGenerationsResource(transport)
  }

  /**
   * Starts drawing 1-4 images from a prompt, in the look of style images, or for the caption of a generation, and
   * answers at once. Poll `status_url` for the result. Images that fail give their credits back.
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
   * Tries an item that failed again, going on where it was left: what is posted is never posted twice. CONFLICT
   * while its post is publishing, for an item that has not failed, and for an unknown outcome without
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
 * Drafts for the platforms, checked, published, scheduled and tried again; never posted twice.
 */
export class PostsResource {
  readonly #transport: Transport
  readonly items: PostsItemsResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.items = new PostsItemsResource(transport)
  }

  /**
   * Creates a draft, from a generation's captions or from texts of your own. It may break a platform's rules:
   * preflight and publishing look at them.
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
   * The posts of the workspace, newest first. A page of long texts holds fewer than its `limit`: `has_more` says
   * whether there is another.
   *
   * Scope of the key: `posts:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListPostsQuery = {}, options?: RequestOptions): PagePromise<Post> {
    return this.#transport.list<Post>({ method: 'GET', path: '/posts', query }, options)
  }

  /**
   * One post, with what became of each item.
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
   * Replaces the items of a draft: all of them, with new ids. Texts that are not given are filled from its
   * generation, if it was made of one. CONFLICT once it is scheduled or published: cancel it first.
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
   * Deletes a draft. CONFLICT for any other post: what was published stays on record.
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
   * Says every rule of its platforms that a draft breaks, or what would be one. Publishes nothing.
   *
   * Scope of the key: `posts:publish`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, ConflictError, PayloadTooLargeError,
   * UnsupportedMediaTypeError, UnprocessableEntityError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  preflight(body: PreflightPostRequest, options?: RequestOptions): APIPromise<Preflight> {
    return this.#transport.request<Preflight>({ method: 'POST', path: '/posts/preflight', body }, options)
  }

  /**
   * Begins to post the items of a draft, each by itself: one that fails does not stop the others. Poll
   * `status_url` for what became of them. What is not posted is given back at the end.
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
   * Publishes a draft at a time, or a scheduled post at another. Nothing is charged before. What keeps it from
   * being published is refused now, and again then.
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
   * Makes a scheduled post a draft again. CONFLICT for any other.
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

/**
 * `powerpost.connections`
 *
 * The accounts on the platforms that posts go to.
 */
export class ConnectionsResource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The accounts that posts of the workspace can go to, newest first.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListConnectionsQuery = {}, options?: RequestOptions): PagePromise<Connection> {
    return this.#transport.list<Connection>({ method: 'GET', path: '/connections', query }, options)
  }

  /**
   * Connects a platform: with `sandbox` at once, else by a person who opens `authorize_url`. Connecting the same
   * account again renews its connection.
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
   * One connection, without its tokens: they are shown to nobody.
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
   * Gives the access up and forgets its tokens. Scheduled posts that need it fail at their time; CONFLICT while
   * one is being published to it.
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
   * Every change of the balance, newest first. A sandbox key sees an empty ledger: what it does costs nothing.
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
   * The workspaces of the account, newest first; for a key that is bound to some, those.
   *
   * Scope of the key: `account:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWorkspacesQuery = {}, options?: RequestOptions): PagePromise<Workspace> {
    return this.#transport.list<Workspace>({ method: 'GET', path: '/account/workspaces', query, workspace: false }, options)
  }

  /**
   * Creates a workspace. A key that is bound to workspaces cannot.
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
   * Deletes a workspace. While it holds anything that is refused, unless `force=true`: then its media, styles and
   * generations go with it, for good, and what is still running is ended and refunded. The account's last
   * workspace stays, and a sandbox key deletes nothing that a live key made.
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
   * The API keys of the account that are not revoked, newest first. A sandbox key sees sandbox keys, and a key
   * that is bound to workspaces those that reach no further.
   *
   * Scope of the key: `account:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListApiKeysQuery = {}, options?: RequestOptions): PagePromise<ApiKey> {
    return this.#transport.list<ApiKey>({ method: 'GET', path: '/account/api-keys', query, workspace: false }, options)
  }

  /**
   * Creates an API key and answers it: the only time it is seen. It gets what is asked for only as far as the key
   * that creates it has it: its scopes, its workspaces, its lifetime; a sandbox key creates sandbox keys.
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
   * Revokes an API key at once, on every server process. The last key that can manage all of the account stays.
   *
   * Scope of the key: `account:manage`.
   * @param id The `key_id`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError, ConflictError,
   * TooManyRequestsError, InternalServerError, ServiceUnavailableError
   */
  delete(id: string, options?: RequestOptions): APIPromise<Deleted> {
    return this.#transport.request<Deleted>({ method: 'DELETE', path: path`/account/api-keys/${id}`, workspace: false }, options)
  }
}

/**
 * `powerpost.account`
 *
 * What belongs to the account: its credits, workspaces and API keys.
 */
export class AccountResource {
  readonly #transport: Transport
  readonly ledger: AccountLedgerResource
  readonly workspaces: AccountWorkspacesResource
  readonly apiKeys: AccountApiKeysResource

  constructor(transport: Transport) {
    this.#transport = transport
    this.ledger = new AccountLedgerResource(transport)
    this.workspaces = new AccountWorkspacesResource(transport)
    this.apiKeys = new AccountApiKeysResource(transport)
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
 * `powerpost.writingStyles`
 *
 * A brand's own voice, for generated captions.
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
   * Creates a writing style; with `active: true` it puts the others of the workspace out.
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
   * Changes the fields that are given. Generations that were accepted before keep the style as it was.
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
   * Deletes a writing style. Generations that were accepted with it keep it.
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
   * Creates a webhook endpoint and answers the secret that its deliveries are signed with: the only time it is
   * seen. A workspace has 50 at the most.
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
   * Changes the fields that are given. With `disabled: true` what waits for it ends as failed; `disabled: false`
   * enables it again.
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
   * Deletes a webhook endpoint and its deliveries. What waits for it is not sent.
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
   * Makes a new secret and answers it: the only time it is seen. For 24 hours deliveries are signed with both,
   * each a signature of its own. Of more rotations in that time, the last two secrets sign.
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
   * Sends the endpoint a `webhook.test` event, and answers its delivery. Look at the deliveries for what came of
   * it. CONFLICT while the endpoint is disabled.
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
   * Sends the deliveries of an endpoint that have ended again, with the `webhook-id` they had, the oldest first.
   * CONFLICT while the endpoint is disabled.
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
   * The deliveries of the last 30 days, newest first, each with what was tried and what was answered.
   *
   * Scope of the key: `settings:read`.
   * @throws BadRequestError, UnauthorizedError, ForbiddenError, TooManyRequestsError, InternalServerError,
   * ServiceUnavailableError
   */
  list(query: ListWebhookDeliveriesQuery = {}, options?: RequestOptions): PagePromise<WebhookDelivery> {
    return this.#transport.list<WebhookDelivery>({ method: 'GET', path: '/webhooks/deliveries', query }, options)
  }

  /**
   * Sends a delivery again at once, with the `webhook-id` it had, whatever its status. CONFLICT while its endpoint
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
 * Where events are sent as they happen, signed, and what became of each.
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
  /** Captions for six platforms from a text, pictures or a video. */
  readonly content: ContentResource
  /** Pictures and videos to write about and to publish. */
  readonly media: MediaResource
  /** Images from a prompt, in the look of others, or for the caption of a generation. */
  readonly images: ImagesResource
  /** Drafts for the platforms, checked, published, scheduled and tried again; never posted twice. */
  readonly posts: PostsResource
  /** The accounts on the platforms that posts go to. */
  readonly connections: ConnectionsResource
  /** What belongs to the account: its credits, workspaces and API keys. */
  readonly account: AccountResource
  /** A brand's own voice, for generated captions. */
  readonly writingStyles: WritingStylesResource
  /** Where events are sent as they happen, signed, and what became of each. */
  readonly webhooks: WebhooksResource

  constructor(transport: Transport) {
    this.content = new ContentResource(transport)
    this.media = new MediaResource(transport)
    this.images = new ImagesResource(transport)
    this.posts = new PostsResource(transport)
    this.connections = new ConnectionsResource(transport)
    this.account = new AccountResource(transport)
    this.writingStyles = new WritingStylesResource(transport)
    this.webhooks = new WebhooksResource(transport)
  }
}
