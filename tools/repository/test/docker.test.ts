import { describe, expect, it } from 'vitest'
import { readText } from '../src/files.ts'

const DOCKERFILE = readText('Dockerfile')
const COMPOSE = readText('compose.yaml')
const GUIDE = readText('docs/running.md')

describe('the image', () => {
  it('does not run as root, and keeps everything in one volume', () => {
    expect(DOCKERFILE.match(/^USER .*$/gm)).toEqual(['USER node'])
    const directory = /POWERPOST_DATA_DIR=(\S+)/.exec(DOCKERFILE)?.[1] ?? ''
    expect(DOCKERFILE.match(/^VOLUME .*$/gm)).toEqual([`VOLUME ${directory}`])
    expect(COMPOSE).toContain(`- data:${directory}\n`)
    expect(GUIDE).toContain(`-v powerpost:${directory} `)
  })

  it('gets no secrets, no data and no packages of this machine', () => {
    const ignored = readText('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '**/.env', '*.env', '.git', 'data']))
    expect(readText('.gitignore').split('\n')).toContain('compose.env')
  })
})

describe('compose.yaml', () => {
  it('reads its secrets from the file that the guide writes, and connects to its own database', () => {
    const written = /cat > (\S+) <<END\n(.*?)END\n/s.exec(GUIDE)
    const settings = new Map(
      [...(written?.[2] ?? '').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
    expect([...settings.keys()]).toEqual(['POSTGRES_PASSWORD', 'DATABASE_URL', 'POWERPOST_ENCRYPTION_KEY'])
    expect(new Set([...COMPOSE.matchAll(/env_file: (\S+)/g)].map(([, file]) => file))).toEqual(new Set([written?.[1]]))
    const { username, hostname, pathname } = new URL(settings.get('DATABASE_URL')?.replace('$password', 'secret') ?? '')
    expect(COMPOSE).toMatch(new RegExp(`^  ${hostname}:$`, 'm'))
    expect(COMPOSE).toContain(`POSTGRES_USER: ${username}\n      POSTGRES_DB: ${pathname.slice(1)}\n`)
  })

  it('has a process for each role', () => {
    const roles = [...COMPOSE.matchAll(/POWERPOST_ROLE: (\w+)/g)].map(([, role]) => role)
    expect(roles.toSorted()).toEqual(['api', 'worker'])
  })
})
