import type { WritingStyle } from '@powerpost/client'
import { printable } from '../output/printable.ts'

/** A writing style as a terminal shows it. */
export function describeStyle({
  writing_style_id,
  name,
  active,
  instructions,
  examples,
  platform_examples: ofPlatforms = [],
}: WritingStyle): string {
  const title = `${name}${active ? ' (active)' : ''}\n${writing_style_id}`
  const texts = [
    ...examples.map((example) => `Example:\n${example}`),
    ...ofPlatforms.map(({ platform, text }) => `Example for ${platform}:\n${text}`),
  ]
  return printable([title, instructions, ...texts].join('\n\n'))
}
