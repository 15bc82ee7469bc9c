import type { OpenAPIObject } from 'openapi3-ts/oas31'

interface NamedOperation {
  readonly path: string
  readonly method: string
  readonly tag: string
  readonly summary: string
}

/** `docs/api.md`: every operation, a table for each tag, from the document. */
export function createRoutesGuide(document: OpenAPIObject): string {
  const operations = listOperations(document)
  const sections = (document.tags ?? []).map(({ name, description = '' }) => {
    const rows = operations
      .filter(({ tag }) => tag === name)
      .map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`)
    return `## ${name}\n\n${description}\n\n| Operation | |\n| --- | --- |\n${rows.join('\n')}`
  })
  return `# The API

Every operation. Your server describes them all, with their fields, examples and errors, at \`/docs\`, where you can try each with your
key. The same as data is the OpenAPI 3.1 document, [packages/openapi/openapi.json](../packages/openapi/openapi.json), which the server
serves at \`/openapi.json\`; also as \`/openapi.yaml\`, and for tools that read OpenAPI 3.0 only as \`/openapi-3.0.json\` and
\`/openapi-3.0.yaml\`. [openapi-tools.md](openapi-tools.md) lists tools that make clients, mocks and more of it. What the error codes mean is
in [errors.md](errors.md).

This page is generated from that document: \`pnpm generate\` writes it.

${sections.join('\n\n')}
`
}

function listOperations({ paths = {} }: OpenAPIObject): NamedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method]
      if (operation === undefined) return []
      const { tags = [], summary = '' } = operation
      return [{ path, method: method.toUpperCase(), tag: tags[0] ?? '', summary }]
    }),
  )
}
