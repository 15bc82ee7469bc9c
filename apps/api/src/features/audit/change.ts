import type { PrincipalLocals, WorkspacePrincipal } from '#shared/principal.ts'
import type { OriginExchange } from '#shared/origin.ts'

/** A request and its response, as far as an effect needs them. */
export interface Exchange {
  readonly req: OriginExchange['req'] & { readonly params: Readonly<Record<string, unknown>> }
  readonly res: OriginExchange['res'] & { readonly locals: PrincipalLocals }
  /** Who acts, where the request carries no key. @default who sent the request */
  readonly actor?: WorkspacePrincipal
}

/** What an effect did. */
export interface Change<Body> {
  /** What the request is answered. */
  readonly body: Body
  /** The resource as the API showed it. Absent: it is new. */
  readonly before?: object
  /** The resource as the API shows it now, without secrets; null: it was deleted. @default the answer */
  readonly after?: object | null
  /** Nothing was changed: the request was answered before. */
  readonly replayed?: true
}

/** What the deletion of a resource is. */
export function deletionOf(before: object): Change<{ success: true }> {
  return { body: { success: true }, before, after: null }
}
