import { fileURLToPath } from 'node:url'

/**
 * The environment of a process that a test starts: it reads compiled code, and types that were stripped, from a cache of
 * this clone. Importing the server then takes 0.8 CPU seconds instead of 1.4.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../../node_modules/.cache/compile', import.meta.url)),
}
