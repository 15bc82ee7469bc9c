import type { Call } from './api-promise.ts'
import { APIPromise } from './api-promise.ts'
import type { Config } from './config.ts'
import type { Operation, Transport } from './operation.ts'
import type { RequestOptions } from './options.ts'
import type { PageBody } from './page.ts'
import { PagePromise } from './page.ts'
import { readResponse } from './read.ts'
import { prepareRequest } from './request.ts'
import { systemRuntime } from './runtime.ts'
import { sendWithRetries } from './send.ts'

/** Sends the requests of resources to one server, with one key. */
export class HttpTransport implements Transport {
  readonly #config: Config
  readonly runtime: Transport['runtime']

  constructor(config: Config, runtime: Transport['runtime'] = systemRuntime) {
    this.#config = config
    this.runtime = runtime
  }

  request<Result>(operation: Operation, options: RequestOptions = {}): APIPromise<Result> {
    return new APIPromise(this.#call<Result>(operation, options))
  }

  list<Item>(operation: Operation, options: RequestOptions = {}): PagePromise<Item> {
    return new PagePromise(this.#call<PageBody<Item>>(operation, options), (cursor) =>
      this.list({ ...operation, query: { ...operation.query, cursor } }, options),
    )
  }

  #call<Result>(operation: Operation, options: RequestOptions): Call<Result> {
    return {
      send: async (read) => {
        const request = await prepareRequest(this.#config, operation, options)
        return sendWithRetries({ config: this.#config, runtime: this.runtime, request, read })
      },
      parse: (response) =>
        readResponse<Result>(response, options.idempotencyKey === undefined ? operation.once : undefined),
    }
  }
}
