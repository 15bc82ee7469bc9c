import { API_KEY_HEADER, TAGS } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { OpenAPIObject, ServerObject } from 'openapi3-ts/oas31'
import { createErrorResponses } from './error-responses.ts'
import { createHeaderComponents } from './headers.ts'
import { createHttpResponses } from './http-responses.ts'
import { createPaths } from './operations.ts'
import { DEFAULT_ORIGIN } from './origin.ts'
import { createParameterComponents } from './parameters.ts'
import { listRoutes } from './routes.ts'
import { SchemaComponents } from './schemas.ts'
import { createWebhooks } from './webhooks.ts'

export interface OpenApiDocumentOptions {
  /**
   * Where the server stands, without the `/api/v1` that the paths begin with. The code samples speak to it.
   *
   * @default 'http://localhost:3000'
   */
  readonly serverUrl?: string
  /**
   * The version of the document, as `info.version`.
   *
   * @default '1.0.0'
   */
  readonly version?: string
}

const DESCRIPTION = `Turns a text, images or a video into captions for six social platforms.

- Every success is \`200\`. Every other response has an \`error\` with a \`code\` for programs; an unknown path returns \`404\`, an unsupported method \`405\`. Only downloads of files also return \`206\`, \`304\`, \`412\` and \`416\`, as HTTP defines them.
- Send the key as \`${API_KEY_HEADER}: KEY\` or as \`Authorization: Bearer KEY\`.
- Unknown fields of a request are ignored, and named in \`warnings\` of the response. Responses may gain fields: ignore unknown ones. New error codes may be added: handle an unknown one by its status.
- Fields without a value are absent. Times are ISO 8601 in UTC.`

/** The OpenAPI 3.1 document of the API, from its contract alone. Without options it is the committed `openapi.json`. */
export function createOpenApiDocument({ serverUrl, version = '1.0.0' }: OpenApiDocumentOptions = {}): OpenAPIObject {
  const routes = listRoutes(contract)
  const schemas = new SchemaComponents()
  const server = createServer(serverUrl)
  const paths = createPaths({ routes, schemas, origin: serverUrl === undefined ? DEFAULT_ORIGIN : server.url })
  return {
    openapi: '3.1.0',
    info: {
      title: 'PowerPost API',
      version,
      description: DESCRIPTION,
      contact: { name: 'The PowerPost project' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [server],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ apiKey: [] }, { bearer: [] }],
    paths,
    webhooks: createWebhooks(schemas),
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: API_KEY_HEADER, description: 'The API key.' },
        bearer: { type: 'http', scheme: 'bearer', description: 'The API key as a bearer token.' },
      },
      parameters: createParameterComponents(schemas),
      headers: createHeaderComponents(schemas),
      responses: { ...createErrorResponses(routes, schemas), ...createHttpResponses(schemas) },
      schemas: schemas.toObject(),
    },
  }
}

/** The document as the text of a file: indented, with a newline at its end. */
export function formatOpenApiDocument(document: OpenAPIObject): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

function createServer(serverUrl: string | undefined): ServerObject {
  if (serverUrl !== undefined) return { url: serverUrl.replace(/\/+$/, '') }
  // No variable: tools that read none would send their requests to `{origin}`.
  return { url: DEFAULT_ORIGIN, description: 'A server on this machine. Put the address of yours.' }
}
