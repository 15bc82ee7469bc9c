/** A part of the repository, and what its files may import. */
export interface Layer {
  /** As messages and the table of `docs/architecture.md` call it. */
  readonly name: string
  /** Which files belong to it. A file belongs to the first layer whose pattern matches its path. */
  readonly files: RegExp
  /**
   * Names of other layers, or single files of `apps/api/src`. Its own files are always allowed. `all`: every layer but
   * the tests; `anything`: the tests too.
   */
  readonly may: readonly string[] | 'all' | 'anything'
  /** The npm packages it may import; `declared`: whatever its package.json lists. */
  readonly npm: readonly string[] | 'declared'
  /** Whether it may import modules of Node. */
  readonly node: boolean
  /** A layer made of folders that are kept apart. */
  readonly rooms?: Rooms
}

export interface Rooms {
  /** The path up to the folder's name, which is the first group. */
  readonly folder: RegExp
  /** The file through which a room is imported from outside; `none`: the other rooms may not import it at all. */
  readonly door: 'index.ts' | 'none'
  /** Files of every room that the files of the folder above may import, to make one list of them. */
  readonly listed?: readonly string[]
}

/** Files of the server whose path in its `src` matches. */
export const api = (pattern: string) => new RegExp(`^apps/api/src/${pattern}`)

/** Each vendor in a folder: it never imports the folder next to it. */
export const vendors = (family: string): Rooms => ({ folder: api(`${family}/([^/]+)/`), door: 'none' })
