import { writeFileSync } from 'node:fs'
import { createOpenApiDocument, formatOpenApiDocument } from './document.ts'

writeFileSync(new URL('../openapi.json', import.meta.url), formatOpenApiDocument(createOpenApiDocument()))
