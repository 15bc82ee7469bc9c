import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../harness/run-cli.ts'

// The scripts of `powerpost completion` in the shells themselves; bash, which is everywhere, is tested with the command line.

const run = promisify(execFile)

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-shells-'))
  await mkdir(join(directory, 'functions'))
  const [zsh, fish] = await Promise.all([runCli(['completion', 'zsh']), runCli(['completion', 'fish'])])
  await writeFile(join(directory, 'functions/_powerpost'), zsh.stdout)
  await writeFile(join(directory, 'powerpost.fish'), fish.stdout)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** What is typed before Tab, and what is offered. The last is a file: the one that is in the directory. */
const CASES = [
  ['powerpost key', ['keys']],
  ['powerpost keys ', ['create', 'list', 'revoke']],
  ['powerpost --json keys ', ['create', 'list', 'revoke']],
  ['powerpost --profile work open ', ['docs', 'health', 'home', 'openapi']],
  ['powerpost keys create --pre', ['--preset']],
  ['powerpost keys create --preset ', ['read_draft', 'read_only', 'read_write']],
  ['powerpost posts create --file powerpost', ['powerpost.fish']],
] as const

describe('completion in fish', () => {
  it.each(CASES)('of "%s" offers %j', async (line, offered) => {
    const program = `source powerpost.fish; complete -C '${line}'`
    const { stdout, stderr } = await run('fish', ['--no-config', '-c', program], { cwd: directory })
    expect(stderr).toBe('')
    expect(stdout.split('\n').flatMap((row) => row.split('\t')[0] || [])).toEqual(offered)
  })
})

describe('completion in zsh', () => {
  it.each(CASES)('of "%s" offers %j', async (line, offered) => {
    await completeInZsh(line, offered)
  })
})

/** Types a line and Tab into an interactive zsh. Ends when it has shown exactly what is offered, and fails when it does not. */
async function completeInZsh(line: string, offered: readonly string[]): Promise<void> {
  const prepare = [
    'PS1= TERM=dumb',
    'fpath=($PWD/functions $fpath)',
    'autoload -Uz compinit',
    'compinit -u -D',
    // Of several, only their names are listed; a single one is completed.
    'zstyle ":completion:*" verbose no',
    'print RE""ADY',
  ].join('; ')
  // In the list names are next to each other: what is not expected between two of them would be seen.
  const shown = offered.length === 1 ? `*${offered[0]} *` : `*\n${offered.join('( )##')}( )#[^a-z]*`
  const program = `
setopt extended_glob
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal ${quote(prepare)}
zpty -r terminal said '*READY*'
zpty -w -n terminal ${quote(line)}$'\\t\\t'
zpty -r terminal said ${quote(shown)}
zpty -d terminal`
  await run('zsh', ['-f', '-c', program], { cwd: directory, timeout: 20_000 })
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
