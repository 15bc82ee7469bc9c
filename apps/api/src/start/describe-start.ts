import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Config } from '#config/index.ts'
import type { System } from '../compose.ts'

interface StartDescription {
  readonly config: Config
  readonly system: System
  readonly publicUrl: string
}

/** What a person sees when the server is up. The key stands here once, on the first start, and nowhere else. */
export function describeStart({ config, system, publicUrl }: StartDescription): string {
  const { firstAccount } = system
  const rows: [string, string][] = [
    ...(config.role === 'worker' ? [] : [['Address', publicUrl] satisfies [string, string]]),
    ...describeAccess(system),
    ['Model', describeModel(system)],
    ['Database', describeDatabase(config)],
    ...(config.role === 'all' ? [] : [['Role', config.role] satisfies [string, string]]),
  ]
  const table = rows.map(([name, value]) => `  ${styleText('dim', name.padEnd(10))} ${value}`).join('\n')
  const title = styleText(['bold', 'green'], 'PowerPost is ready')
  const tryIt =
    config.role === 'worker' ? '' : `\n  ${styleText('dim', 'Try it')}\n\n${curlLine(publicUrl, firstAccount)}\n`
  return `\n  ${title}\n\n${table}\n${tryIt}\n`
}

function describeAccess({ firstAccount }: System): [string, string][] {
  const { apiKey, workspaceId } = firstAccount
  const shown =
    apiKey === undefined
      ? 'the one shown at the first start'
      : `${styleText('bold', apiKey)}  (shown this once: keep it)`
  return [
    ['API key', shown],
    ['Workspace', workspaceId],
  ]
}

function describeModel({ model }: System): string {
  return model.builtIn ? `${model.name} (rule-based; needs no key)` : model.name
}

function describeDatabase({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== undefined) return `PostgreSQL at ${new URL(databaseUrl).host}`
  const path = relative(process.cwd(), dataDirectory)
  return `embedded, in ${path.startsWith('..') ? dataDirectory : `./${path}`}`
}

function curlLine(publicUrl: string, account: System['firstAccount']): string {
  const body = {
    prompt: 'We just shipped dark mode',
    post_types: ['instagram-feed', 'x-post'],
    research_mode: 'regular',
  }
  const key = account.apiKey ?? '$POWERPOST_API_KEY'
  return `  curl ${publicUrl}/api/v1/content/generate -H "x-api-key: ${key}" -H "X-Workspace-Id: ${account.workspaceId}" -H "Content-Type: application/json" -d '${JSON.stringify(body)}'`
}
