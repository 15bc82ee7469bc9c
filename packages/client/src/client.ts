import type { APIPromise } from './core/api-promise.ts'
import type { Config } from './core/config.ts'
import { resolveOptions } from './core/config.ts'
import type { Operation, Transport } from './core/operation.ts'
import type { ClientOptions, RequestOptions } from './core/options.ts'
import { Resources } from './core/resources.ts'
import { HttpTransport } from './core/transport.ts'

/**
 * A client of one PowerPost server, with one key.
 *
 * ```ts
 * const powerpost = new PowerPost()
 * const generation = await powerpost.content.generateAndWait({
 *   prompt: 'We just shipped dark mode across all our apps',
 *   post_types: ['instagram-reel', 'x-post'],
 *   research_mode: 'regular',
 * })
 * console.log(generation.outputs?.x)
 * ```
 */
export class PowerPost extends Resources {
  readonly #config: Config
  readonly #transport: Transport

  /**
   * @param options what differs from the environment's variables and the defaults.
   * @throws PowerPostError `INVALID_ARGUMENT` when there is no key, the address is none, or this is a browser.
   */
  constructor(options: ClientOptions = {}) {
    const config = resolveOptions(options)
    const transport = new HttpTransport(config)
    super(transport)
    this.#config = config
    this.#transport = transport
  }

  /** The same client with some options changed: another workspace, say. */
  withOptions(options: ClientOptions): PowerPost {
    return new PowerPost({ ...this.#config, ...options })
  }

  /** What `console.log` prints in Node, Bun and Deno: no key, and not the methods of every resource. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `PowerPost(${this.#config.baseUrl})`
  }

  /** Sends a request that has no method of its own here, to a path below `/api/v1`. */
  request<Result>(operation: Omit<Operation, 'multipart'>, options?: RequestOptions): APIPromise<Result> {
    return this.#transport.request(operation, options)
  }
}
