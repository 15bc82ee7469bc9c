import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const genericDomains: RegExp = require('twitter-text/dist/regexp/validGTLD')
const countryDomains: RegExp = require('twitter-text/dist/regexp/validCCTLD')
const emoji: { default: RegExp } = require('twemoji-parser/dist/lib/regex')

it('are those of twitter-text, and of the emoji it counts', async () => {
  const domains = [...namesIn(genericDomains), ...namesIn(countryDomains)]
  const file = render({ domains: [...new Set(domains)].toSorted(), emoji: toAscii(emoji.default.source) })
  await expect(file).toMatchFileSnapshot('./lists.ts')
})

/** The alternatives that a pattern begins with. */
function namesIn({ source }: RegExp): string[] {
  return /^\(\?:\(\?:(?<names>.*?)\)/u.exec(source)?.groups?.['names']?.split('|') ?? []
}

function toAscii(pattern: string): string {
  return pattern.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function render({ domains, emoji }: { domains: readonly string[]; emoji: string }): string {
  return `/*!
 * Made by lists.test.ts (\`vitest -u\`) from twitter-text 3.1.0, Copyright 2018 Twitter, Inc., Apache-2.0
 * (http://www.apache.org/licenses/LICENSE-2.0), and twemoji-parser 11.0.2, Copyright Twitter Inc., MIT.
 */

// Plain strings: a bundler leaves them out where nothing is counted.

/** What a domain ends in, one behind the other. */
export const X_TOP_LEVEL_DOMAINS = \`
${wrap(domains, ' ')}
\`

/** The pattern of an emoji, whatever it is made of: those of Unicode 11. It is broken into lines. */
export const X_EMOJI_PATTERN = \`
${wrap(emoji.replaceAll('\\', '\\\\').split(/(?<=\\u[0-9a-f]{4})/), '')}
\`
`
}

function wrap(pieces: readonly string[], separator: string): string {
  const lines: string[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + piece.length < 115) lines[lines.length - 1] = line + separator + piece
    else lines.push(piece)
  }
  return lines.join('\n')
}
