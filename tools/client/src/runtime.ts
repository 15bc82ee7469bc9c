import type { Access } from './server.ts'

/** A project with the client and the programs of `smoke/` in it, and a server to talk to. */
export interface SmokeRun {
  readonly project: string
  readonly access: Access
}

export interface Runtime {
  version(): Promise<string>
  /** Runs the smoke program and gives what it printed. */
  smoke(run: SmokeRun): Promise<string>
}
