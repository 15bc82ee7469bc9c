import { writeFileSync } from 'node:fs'
import { createOpenApiDocument, formatOpenApiDocument } from './document.ts'
import { createErrorsGuide } from './errors-guide.ts'

writeFileSync(new URL('../openapi.json', import.meta.url), formatOpenApiDocument(createOpenApiDocument()))
writeFileSync(new URL('../../../docs/errors.md', import.meta.url), createErrorsGuide())
