/**
 * What PostgreSQL's own cache may have. Its default of 128 MB is most of an idle server's memory, and the operating system
 * caches the same files again.
 */
const SHARED_BUFFERS = '16MB'

/** PGlite's start parameters, with a smaller cache; durable: so that a commit waits for the disk. */
export function createStartParams(defaults: readonly string[], { durable }: { readonly durable: boolean }): string[] {
  const settings = [`shared_buffers=${SHARED_BUFFERS}`, ...(durable ? ['wal_sync_method=fsync'] : [])]
  // `-F` turns fsync off.
  const kept = durable ? defaults.filter((parameter) => parameter !== '-F') : defaults
  return [...kept, ...settings.flatMap((setting) => ['-c', setting])]
}
