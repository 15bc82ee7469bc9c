/** An answer with its body read. */
export interface Answer<Result> {
  readonly data: Result
  readonly response: Response
  /** The server's name for the request (`X-Request-Id`): name it in a report. */
  readonly requestId: string | undefined
}

/** How a call is carried out. */
export interface Call<Result> {
  /** Sends the request, and reads of the answer what is wanted within its attempt. */
  send<Read>(read: (response: Response) => Promise<Read>): Promise<Read>
  parse(response: Response): Promise<Answer<Result>>
}

/** The promise of an answer. Awaited it is the answer's data; the rest of the answer can be asked for instead. */
export class APIPromise<Result> implements Promise<Result> {
  readonly [Symbol.toStringTag] = 'APIPromise'
  readonly #call: Call<Result>
  #answer: Promise<Answer<Result>> | undefined
  #response: Promise<Response> | undefined

  constructor(call: Call<Result>) {
    this.#call = call
    // The call is made without being awaited too, but not before `asResponse` could be asked of it.
    queueMicrotask(() => void (this.#response ?? this.#read()))
  }

  /** The data together with the response it came in, for its headers and its status. */
  withResponse(): Promise<Answer<Result>> {
    return this.#read()
  }

  /**
   * The response with its body unread, as soon as its headers are there: ask for it at once, before anything is awaited.
   * Errors are thrown and retried all the same; the body is yours, and so is the time it takes.
   */
  asResponse(): Promise<Response> {
    if (!this.#answer) return (this.#response ??= this.#call.send(async (response) => response))
    return this.#answer.then(({ data, response }) => new Response(JSON.stringify(data), response))
  }

  // A promise is what this stands for.
  // oxlint-disable-next-line unicorn/no-thenable
  then<Fulfilled = Result, Rejected = never>(
    onFulfilled?: ((data: Result) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#read()
      .then(({ data }) => data)
      .then(onFulfilled, onRejected)
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Result | Rejected> {
    return this.then(null, onRejected)
  }

  finally(onFinally?: (() => void) | null): Promise<Result> {
    return this.then((data) => data).finally(onFinally)
  }

  #read(): Promise<Answer<Result>> {
    const { send, parse } = this.#call
    // A caller that has the raw response does not send the request again by awaiting its data.
    return (this.#answer ??= this.#response ? this.#response.then((raw) => parse(raw.clone())) : send(parse))
  }
}
