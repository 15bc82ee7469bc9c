import type { Fault } from './read-fault.ts'

/** As much of a vendor's error as helps to read a log. */
const LONGEST_TEXT = 1000

/**
 * What a vendor answered, for the log: the cause of a `ModelError`, never its message.
 *
 * It stands in for the SDK's own error, which holds the whole request, pictures included, and repeats what the vendor
 * says, and vendors repeat keys.
 */
export class VendorFault extends Error {
  override readonly name = 'VendorFault'
  readonly status: number | undefined

  constructor({ status, text, chain }: Fault, apiKey: string | undefined) {
    super(scrub(describe(text, chain), apiKey).slice(0, LONGEST_TEXT))
    this.status = status
    // A stack begins with the message and tells nothing here that the outer error's does not.
    this.stack = `${this.name}: ${this.message}`
  }
}

function describe(text: string, chain: readonly unknown[]): string {
  const links = chain.map((link) => (link instanceof Error ? `${link.name}${codeOf(link)}` : typeof link))
  return `${links.join(' < ')}: ${text.slice(0, LONGEST_TEXT * 4)}`
}

/** Network errors have one: `ECONNRESET`. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
}

/** Takes a key out, whole, or in the form that vendors print it in: its beginning, stars, its end. */
function scrub(text: string, apiKey: string | undefined): string {
  if (apiKey === undefined || apiKey === '') return text
  const spellings = [apiKey, encodeURIComponent(apiKey), Buffer.from(apiKey).toString('base64')]
  let scrubbed = text
  for (const spelling of spellings) scrubbed = scrubbed.replaceAll(spelling, '[key]')
  if (apiKey.length < 12) return scrubbed
  const begin = escapeForPattern(apiKey.slice(0, 7))
  const end = escapeForPattern(apiKey.slice(-4))
  return scrubbed.replace(new RegExp(`${begin}[^\\s"']*|[^\\s"']*[*•.…]{2,}${end}`, 'gu'), '[key]')
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}
