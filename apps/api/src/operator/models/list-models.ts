import { findPackage, listModelFiles } from '#models/ai-sdk/local/for-operator.ts'

/** What of local models there is on this machine. */
export interface ModelList {
  readonly directory: string
  /** Whether what runs them is installed. */
  readonly installed: boolean
  readonly models: readonly { readonly name: string; readonly bytes: number }[]
}

export function listModels(directory: string): ModelList {
  return { directory, installed: findPackage(directory) !== undefined, models: listModelFiles(directory) }
}
