import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What we touch of Emscripten's file system over a directory of ours. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd: number }) => number }
}

type InitArguments = Parameters<NodeFS['init']>

/**
 * PGlite's file system over a directory, with an fsync that reaches the disk.
 *
 * As it comes, fsync does nothing: what was acknowledged survives the end of the process and not the loss of power.
 */
export class DurableNodeFs extends NodeFS {
  override async init(pg: InitArguments[0], options: InitArguments[1]) {
    const { emscriptenOpts } = await super.init(pg, options)
    const patchFsync = (module: { NODEFS: unknown }) => {
      const fileSystem = module.NODEFS as NodeFileSystem
      fileSystem.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), patchFsync] } }
  }
}
