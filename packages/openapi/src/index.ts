export { createOpenApiDocument, formatOpenApiDocument } from './document.ts'
export type { OpenApiDocumentOptions } from './document.ts'
