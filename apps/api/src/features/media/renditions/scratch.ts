import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Directories for files that are being made, each removed when its work is done. */
export interface Scratch {
  use<T>(work: (directory: string) => Promise<T>): Promise<T>
  /**
   * Removes what dead processes left.
   *
   * @param olderThanSeconds spares what is younger: another living process may use it
   */
  sweep(olderThanSeconds: number): Promise<number>
}

export function createScratch({ root }: { readonly root: string }): Scratch {
  return {
    async use(work) {
      await mkdir(root, { recursive: true })
      const directory = await mkdtemp(join(root, 'make-'))
      try {
        return await work(directory)
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    },
    async sweep(olderThanSeconds) {
      const before = Date.now() - olderThanSeconds * 1000
      const paths = (await readdir(root).catch(() => [])).map((name) => join(root, name))
      let removed = 0
      for (const path of paths) {
        const made = await stat(path).catch(() => undefined)
        if (!made || made.mtimeMs > before) continue
        await rm(path, { recursive: true, force: true })
        removed += 1
      }
      return removed
    },
  }
}
