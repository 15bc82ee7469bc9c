import { Option } from '@commander-js/extra-typings'
import type { RegenerateRequest } from '@powerpost/client'
import { commaSeparated, repeated, wholeNumber } from './options.ts'
import { PLATFORMS } from './post-types.ts'

// How captions are asked for: `generate`, `estimate` and `generations regenerate` take the same options.

export const to = new Option('--to <platforms>', `${PLATFORMS.join(', ')}, or post types like instagram-reel`)
  .argParser(commaSeparated)
  .makeOptionMandatory()

export const media = new Option('--media <id>', 'an uploaded file; can be repeated').argParser(repeated)

export const research = new Option('--research <mode>', 'how much research to do')
  .choices(['regular', 'deep'] as const)
  .default('regular' as const)

export const style = new Option('--style <id>', "a writing style (default: the workspace's active one)")

export const cta = new Option('--cta <text>', 'a call to action that is included unchanged in every caption')

export const source = new Option(
  '--source <url>',
  'a web page to read before writing; can be repeated up to ten times',
).argParser(repeated)

export const language = new Option('--language <tag>', 'the language of the captions, like pt-BR')

export const tone = new Option('--tone <words>', 'how it should sound')

export const audience = new Option('--audience <words>', 'who reads it')

export const length = new Option('--length <length>', 'how long it is').choices(['short', 'medium', 'long'] as const)

export const emoji = new Option('--emoji <amount>', 'how much emoji').choices(['none', 'few', 'many'] as const)

export const hashtags = new Option('--hashtags <n>', 'how many hashtags').argParser(wholeNumber(0))

export const avoid = new Option('--avoid <words>', 'words that no caption may contain').argParser(commaSeparated)

export const variants = new Option('--variants <n>', 'captions for each platform, 1-5').argParser(wholeNumber(1))

export const model = new Option('--model <name>', 'one of the models of the server, or built-in')

export const include = new Option('--include <what...>', 'what to write in addition').choices([
  'alt_text',
  'first_comment',
  'thread',
] as const)

export const maxCredits = new Option('--max-credits <n>', 'fail if it would cost more').argParser(wholeNumber(0))

export const idempotencyKey = new Option(
  '--idempotency-key <key>',
  'sending the same key again returns the first run instead of paying for another',
)

/** What a request may say about the manner of its captions. */
type Controls = Pick<
  RegenerateRequest,
  'language' | 'tone' | 'audience' | 'length' | 'emoji' | 'hashtags' | 'avoid' | 'variants' | 'model' | 'include'
>

/** The same as the fields of a request. */
export function readControls(options: Controls): Controls {
  const { language, tone, audience, length, emoji, hashtags, avoid, variants, model, include } = options
  return { language, tone, audience, length, emoji, hashtags, avoid, variants, model, include }
}
