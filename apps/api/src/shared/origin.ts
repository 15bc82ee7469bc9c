import { REQUEST_ID_HEADER } from '@powerpost/contract'

/** A request and its response, as far as they say where it comes from. */
export interface OriginExchange {
  readonly req: { readonly socket: { readonly remoteAddress?: string | undefined } }
  readonly res: { getHeader(name: string): number | string | string[] | undefined }
}

/** Where a request comes from. */
export interface Origin {
  /** Undefined: the connection is gone. */
  readonly address: string | undefined
  readonly requestId: string
}

export function originOf({ req, res }: OriginExchange): Origin {
  return { address: addressOf(req), requestId: String(res.getHeader(REQUEST_ID_HEADER)) }
}

/** The remote address, as limits and the audit log use it. */
export function addressOf({ socket }: OriginExchange['req']): string | undefined {
  return socket.remoteAddress
}
