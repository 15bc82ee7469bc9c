import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { usageError } from './errors/cli-error.ts'

/** How one server is reached. */
export interface Profile {
  readonly baseUrl: string
  readonly apiKey: string
  readonly workspaceId?: string | undefined
}

export const DEFAULT_PROFILE = 'default'

/** Where the profiles are. Only its owner can read it: it holds keys. */
export function profilesPath(): string {
  const { XDG_CONFIG_HOME, APPDATA } = process.env
  return join(XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config'), 'powerpost', 'profiles.json')
}

/** Every profile by its name; none when there is no file. */
export function readProfiles(): Readonly<Record<string, Profile>> {
  let text: string
  try {
    text = readFileSync(profilesPath(), 'utf8')
  } catch {
    return {}
  }
  try {
    return (JSON.parse(text) as { profiles?: Record<string, Profile> }).profiles ?? {}
  } catch {
    throw usageError(
      `${profilesPath()} is not valid JSON.`,
      'Correct it, or delete it and run `powerpost login` again.',
    )
  }
}

/** Saves a profile, or deletes it when there is none. The file is there whole, old or new, whatever happens meanwhile. */
export function writeProfile(name: string, profile: Profile | undefined): void {
  const path = profilesPath()
  const { [name]: _, ...others } = readProfiles()
  const profiles = profile === undefined ? others : { ...others, [name]: profile }
  const temporary = `${path}.${randomUUID()}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(temporary, `${JSON.stringify({ profiles }, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(temporary, 0o600)
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}
