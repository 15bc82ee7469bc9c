interface ListenAddress {
  readonly port: number
  readonly host: string
  /** The setting that names the port. */
  readonly setting: 'PORT' | 'POWERPOST_METRICS_PORT'
}

/** The address cannot be listened at; the cause is the operating system's error. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly address: ListenAddress

  constructor(address: ListenAddress, options: ErrorOptions) {
    super(`cannot listen at ${address.host}:${address.port}`, options)
    this.address = address
  }
}
