import { readFile } from 'node:fs/promises'
import type { Bounds, FileRules, MediaType, PostType } from '@powerpost/contract'
import { POST_TYPES, PUBLISHING_RULES } from '@powerpost/contract'
import { expect, it } from 'vitest'
import { sayBounds } from './check-file.ts'
import { sayBytes, sayCount, sayFormats, sayPixels, sayRatio, saySeconds } from './words.ts'

/** What of a post type the documentation says, as its table has it. */
function rowOf(postType: PostType): string {
  const { text, title, images, videos } = PUBLISHING_RULES[postType]
  const texts = text ? `${text.max}${title ? `, title ${title.max}` : ''}` : 'not shown'
  return `| ${postType} | ${texts} | ${sayFiles(images, 'image')} | ${sayFiles(videos, 'video')} |`
}

function sayFiles(rules: FileRules | undefined, type: MediaType): string {
  if (!rules) return '–'
  const bounds: readonly [Bounds | undefined, Parameters<typeof sayBounds>[1], string?][] = [
    [rules.size, sayBytes],
    [rules.ratio, sayRatio],
    [rules.bestRatio, sayRatio],
    [rules.width, sayPixels, ' wide'],
    [rules.height, sayPixels, ' high'],
    [rules.seconds, saySeconds],
  ]
  const said = bounds.flatMap(([bound, say, of = '']) => {
    if (!bound) return []
    return [`${sayBounds(bound, say)}${of}${bound.tolerated ? ' (warning)' : ''}`]
  })
  return [`at most ${sayCount(rules.count.max, type)}`, sayFormats(rules.formats.allowed), ...said].join('; ')
}

it('the documentation has the figures of every post type as they are checked', async () => {
  const text = await readFile(new URL('../../../../../../docs/posts.md', import.meta.url), 'utf8')
  const rows = text.split('\n').map((line) => line.replaceAll(/ +/g, ' '))
  for (const postType of POST_TYPES) expect(rows).toContain(rowOf(postType))
})
