/** Whether strangers can read this program: a page, or a worker of one. */
export function isBrowser(): boolean {
  return 'document' in globalThis || 'importScripts' in globalThis
}

/** An environment variable. Undefined where there are none, and where reading it is not permitted (Deno). */
export function readEnvironment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
    // A variable that is set to nothing is not set.
    return process?.env?.[name]?.trim() || undefined
  } catch {
    return undefined
  }
}
