import { copyFileSync } from 'node:fs'

// A version is made: from now on this document is what later ones are held against.
copyFileSync(new URL('../openapi.json', import.meta.url), new URL('../released/openapi.json', import.meta.url))
