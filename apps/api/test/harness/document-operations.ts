import { createOpenApiDocument } from '@powerpost/openapi'

type Paths = NonNullable<ReturnType<typeof createOpenApiDocument>['paths']>

export type OperationObject = NonNullable<Paths[string]['get']>

/** An operation of the OpenAPI document, as a third party reads it. */
export interface DocumentOperation {
  readonly operationId: string
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
  /** Null: it is public. */
  readonly scope: string | null
  readonly needsWorkspace: boolean
  readonly operation: OperationObject
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

export const openApiDocument = createOpenApiDocument()

/** Every operation of the document. */
export const documentOperations: readonly DocumentOperation[] = Object.entries(openApiDocument.paths ?? {}).flatMap(
  ([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation ? [describeOperation(method, path, operation)] : []
    }),
)

/** An operation that is asked with a key. */
export interface KeyedOperation extends DocumentOperation {
  readonly scope: string
}

export const keyedOperations = documentOperations.filter(
  (operation): operation is KeyedOperation => operation.scope !== null,
)

export const publicOperations = documentOperations.filter(({ scope }) => scope === null)

function describeOperation(method: string, path: string, operation: OperationObject): DocumentOperation {
  const { operationId } = operation
  if (operationId === undefined) throw new Error(`${method} ${path} lacks an id`)
  const scope = operation.security?.length === 0 ? null : String(operation['x-required-scope'])
  const references = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? parameter.$ref : ''))
  const needsWorkspace = references.includes('#/components/parameters/WorkspaceId')
  return { operationId, method: method.toUpperCase(), path, scope, needsWorkspace, operation }
}
