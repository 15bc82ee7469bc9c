import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generation, Warning } from '@powerpost/client'
import { Page } from '@powerpost/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { take } from '../src/commands/take.ts'
import { COMPLETION_SCRIPTS } from '../src/output/completion-scripts.ts'
import { formatLocal, formatTime } from '../src/output/format-time.ts'
import { formatGeneration } from '../src/output/format-generation.ts'
import { formatWarning } from '../src/output/format-warning.ts'
import { adviseOnItem } from '../src/output/item-advice.ts'
import { asTyped, readTypedForm } from '../src/typed-form.ts'

describe('a time', () => {
  const now = Date.parse('2026-11-30T12:00:00Z')

  it.each([
    ['2026-11-30T12:03:10Z', 'in 3 minutes'],
    ['2026-11-30T11:59:20Z', '40 seconds ago'],
    ['2026-11-30T12:00:00Z', 'now'],
    ['2026-11-30T09:00:00Z', '3 hours ago'],
    ['2026-12-02T13:00:00Z', 'in 2 days'],
    ['not a time', 'not a time'],
  ])('%s is said as "%s"', (iso, said) => {
    expect(formatTime(iso, now)).toBe(said)
  })

  it('that is far away is a date in the local time zone', () => {
    const iso = '2026-12-24T18:00:00Z'
    expect(formatTime(iso, now)).toBe(formatLocal(new Date(iso)))
    expect(formatLocal(new Date(2026, 11, 24, 8, 5))).toBe('2026-12-24 08:05')
  })
})

describe('a hint', () => {
  const pnpm = { npm_config_user_agent: 'pnpm/12.21.0 npm/? node/? linux x64', npm_execpath: '/usr/lib/pnpm/pnpm.cjs' }
  const byNpx = { ...pnpm, npm_execpath: '/home/me/.npm/_npx/0390bb19/node_modules/pnpm/pnpm' }
  const npx = { npm_command: 'exec', npm_lifecycle_event: 'npx', npm_config_user_agent: 'npm/11.0.0 node/v24' }
  it.each([
    [{ ...pnpm, npm_lifecycle_event: 'powerpost' }, '', 'pnpm powerpost', 'pnpm'],
    [{ ...byNpx, npm_lifecycle_event: 'powerpost' }, '', 'npx -y pnpm@12.21.0 powerpost', 'npx -y pnpm@12.21.0'],
    [{ ...pnpm, npm_command: 'exec' }, '', 'pnpm exec powerpost', 'pnpm'],
    [
      { npm_lifecycle_event: 'powerpost', npm_config_user_agent: 'npm/11.0.0 node/v24' },
      '',
      'npm run -s powerpost --',
      'pnpm',
    ],
    [npx, '/home/me/app/node_modules/.bin/powerpost', 'npx powerpost', 'pnpm'],
    [npx, '/home/me/.npm/_npx/1f2e/node_modules/.bin/powerpost', 'npx @powerpost/cli', 'pnpm'],
    [{}, '/usr/bin/powerpost', 'powerpost', 'pnpm'],
  ])('is in the form that was typed: %j %s', (environment, program, powerpost, pnpm) => {
    expect(readTypedForm({ environment, program })).toEqual({ powerpost, pnpm })
  })

  it('changes commands only', () => {
    const form = { powerpost: 'npx -y pnpm@12.21.0 powerpost', pnpm: 'npx -y pnpm@12.21.0' }
    expect(asTyped('Run `powerpost login`, of powerpost, or `pnpm start`.', form)).toBe(
      'Run `npx -y pnpm@12.21.0 powerpost login`, of powerpost, or `npx -y pnpm@12.21.0 start`.',
    )
  })

  it.each([
    ['retry', '`powerpost posts retry POST ITEM`'],
    ['reconnect', '`powerpost connections create x`'],
    ['change', '`powerpost posts create`'],
    ['check', '`powerpost posts retry POST ITEM --not-posted`'],
    ['of a newer server', ''],
  ])('about an item that was not posted follows its action: %s', (action, words) => {
    const item = { postId: 'POST', item_id: 'ITEM', platform: 'x', action } as Parameters<typeof adviseOnItem>[0]
    expect(adviseOnItem(item)).toContain(words)
  })
})

describe('what was written', () => {
  it('is shown whole: captions, variants, alt texts, the first comment and the thread', () => {
    const generation = {
      outputs: { x: 'One', youtube: { title: 'Title', description: 'Text' } },
      variants: { x: ['Two', 'Three'] },
      alt_text: [{ media_id: 'MEDIUM', text: 'A cup' }],
      first_comment: 'More',
      thread: ['1/2', '2/2'],
    } as unknown as Generation
    expect(formatGeneration(generation)).toBe(
      'x\nOne\n\nyoutube\nTitle\n\nText\n\nx, variant 2\nTwo\n\nx, variant 3\nThree\n\nalt text of MEDIUM\nA cup\n\n' +
        'first comment\nMore\n\nthread\n1/2\n\n2/2',
    )
  })

  it('has warnings that name their platform and field', () => {
    const warning = { code: 'unknown_field', message: 'The field "captoin" is not known.', field: 'items[0].captoin' }
    expect(formatWarning(warning as Warning)).toBe('warning: The field "captoin" is not known. (items[0].captoin)')
  })
})

describe('a list', () => {
  /** 250 numbers, at most 100 on a page; the cursor is the next number. */
  const asked: number[] = []
  const list = async ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
    asked.push(limit)
    const [first, end] = [Number(cursor), Math.min(Number(cursor) + limit, 250)]
    const data = Array.from({ length: end - first }, (_, index) => first + index)
    const next_cursor = end < 250 ? String(end) : null
    return new Page({ data, next_cursor, has_more: next_cursor !== null }, () => {
      throw new Error('not followed')
    })
  }

  it.each([
    [{ limit: 20 }, 20, '20', [20]],
    [{ limit: 150 }, 150, '150', [100, 50]],
    [{ limit: 20, cursor: '240' }, 10, null, [20]],
    [{ limit: 20, all: true as const }, 250, null, [100, 100, 100]],
    [{ limit: 250 }, 250, null, [100, 100, 50]],
  ])('%j has %i items, and goes on at %s', async (options, length, next, pages) => {
    asked.length = 0
    const taken = await take(list, options)
    expect(taken).toMatchObject({ next_cursor: next, has_more: next !== null })
    expect(taken.data).toHaveLength(length)
    expect(asked).toEqual(pages)
  })
})

describe('completion in bash', () => {
  let directory: string
  const commands = [
    {
      path: [],
      words: [
        { word: 'keys', about: "the account's" },
        { word: 'open', about: '' },
      ],
      options: [],
    },
    {
      path: ['keys'],
      words: [{ word: 'list', about: 'List: all' }],
      options: [
        { word: '--json', about: '', choices: [] },
        { word: '--preset', about: '', choices: ['read_only', 'all'] },
      ],
    },
    { path: ['keys', 'list'], words: [], options: [{ word: '--all', about: '', choices: [] }] },
  ]
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'powerpost-completion-'))
    await writeFile(join(directory, 'script'), COMPLETION_SCRIPTS.bash(commands))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  it.each([
    [['powerpost', ''], 'keys open'],
    [['powerpost', 'ke'], 'keys'],
    [['powerpost', 'keys', ''], 'list'],
    [['powerpost', '--json', 'keys', ''], 'list'],
    [['powerpost', 'keys', '--'], '--json --preset'],
    [['powerpost', 'keys', '--preset', ''], 'read_only all'],
    [['powerpost', 'keys', 'list', '--a'], '--all'],
  ])('of %j offers "%s"', (words, offered) => {
    const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _powerpost; echo "\${COMPREPLY[*]}"`
    const args = ['--norc', '-c', program, 'bash', join(directory, 'script'), ...words]
    expect(execFileSync('bash', args, { encoding: 'utf8' }).trim()).toBe(offered)
  })
})
