import { CliError } from '../errors/cli-error.ts'

interface DownloadOptions {
  /** What is downloaded: the name of its command without the s. */
  readonly what: 'image' | 'video'
  readonly signal: AbortSignal
}

/** The bytes behind a link to a generated file. */
export async function downloadGenerated(url: string, { what, signal }: DownloadOptions): Promise<Uint8Array> {
  const notSaved = (message: string) =>
    new CliError({
      code: 'NOT_SAVED',
      outcome: 'unavailable',
      message,
      hint: `The ${what}s are on the server: run \`powerpost ${what}s show\` with --out.`,
    })
  try {
    // The link says by itself that it may be read: the key stays here.
    const response = await fetch(url, { signal })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    throw notSaved(`The server returned ${response.status} for the ${what}.`)
  } catch (error) {
    if (error instanceof CliError) throw error
    throw notSaved(`The ${what} could not be read from ${new URL(url).host}.`)
  }
}
