import type { APIPromise } from './api-promise.ts'
import type { RequestOptions } from './options.ts'
import type { PagePromise } from './page.ts'
import type { Runtime } from './runtime.ts'
import type { UploadBody } from './upload/uploadable.ts'

/** One request, as a method of a resource describes it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, its ids encoded. */
  readonly path: string
  readonly query?: object | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as `multipart/form-data`, streamed. */
  readonly multipart?: UploadBody | undefined
  /** Whether it is about a workspace. @default true */
  readonly workspace?: boolean | undefined
  /** The field that only the first answer has. */
  readonly once?: string | undefined
}

/** What resources send their requests through. */
export interface Transport {
  readonly runtime: Runtime
  request<Result>(operation: Operation, options?: RequestOptions): APIPromise<Result>
  list<Item>(operation: Operation, options?: RequestOptions): PagePromise<Item>
}
