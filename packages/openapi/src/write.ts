import { writeFileSync } from 'node:fs'
import { createOpenApiDocument, formatOpenApiDocument } from './document.ts'
import { createErrorsGuide } from './errors-guide.ts'
import { createRoutesGuide } from './routes-guide.ts'

const document = createOpenApiDocument()
writeFileSync(new URL('../openapi.json', import.meta.url), formatOpenApiDocument(document))
writeFileSync(new URL('../../../docs/errors.md', import.meta.url), createErrorsGuide())
writeFileSync(new URL('../../../docs/api.md', import.meta.url), createRoutesGuide(document))
