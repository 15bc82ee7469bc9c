import { createOpenApiDocument } from '@powerpost/openapi'

type Paths = NonNullable<ReturnType<typeof createOpenApiDocument>['paths']>

export type OperationObject = NonNullable<Paths[string]['get']>

/** An operation of the OpenAPI document, as a third party reads it. */
export interface DocumentOperation {
  readonly operationId: string
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
  readonly scope: string
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

function describeOperation(method: string, path: string, operation: OperationObject): DocumentOperation {
  const { operationId } = operation
  const scope: unknown = operation['x-required-scope']
  if (operationId === undefined || typeof scope !== 'string')
    throw new Error(`${method} ${path} lacks an id or a scope`)
  const references = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? parameter.$ref : ''))
  const needsWorkspace = references.includes('#/components/parameters/WorkspaceId')
  return { operationId, method: method.toUpperCase(), path, scope, needsWorkspace, operation }
}
