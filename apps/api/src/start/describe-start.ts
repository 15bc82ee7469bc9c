import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Config } from '#config/index.ts'
import type { FirstAccount } from '#features/account/index.ts'
import type { System } from '#compose.ts'

interface StartDescription {
  readonly config: Config
  readonly system: System
  readonly account: FirstAccount
  readonly publicUrl: string
}

/** What a person sees when the server is up. The key stands here once, on the first start, and nowhere else. */
export function describeStart(description: StartDescription): string {
  const { config, system, publicUrl } = description
  const rows: [string, string][] = [
    ...(config.role === 'worker' ? [] : [['Address', publicUrl] satisfies [string, string]]),
    ...describeAccess(description),
    ['Model', describeModel(system)],
    ['Database', describeDatabase(config)],
    ...(config.role === 'all' ? [] : [['Role', config.role] satisfies [string, string]]),
  ]
  const table = rows.map(([name, value]) => `  ${styleText('dim', name.padEnd(10))} ${value}`).join('\n')
  const title = styleText(['bold', 'green'], 'PowerPost is ready')
  const tryIt = config.role === 'worker' ? '' : `\n  ${styleText('dim', 'Try it')}\n\n${curlLine(description)}\n`
  return `\n  ${title}\n\n${table}\n${tryIt}\n`
}

function describeAccess({ config, account }: StartDescription): [string, string][] {
  return [
    ['API key', describeKey(config, account)],
    ['Workspace', account.workspaceId],
  ]
}

function describeKey({ bootstrapApiKey }: Config, { newApiKey }: FirstAccount): string {
  if (newApiKey !== undefined) return `${styleText('bold', newApiKey)}  (shown only this once: save it)`
  return bootstrapApiKey === undefined ? 'the one shown at the first start' : 'the one in POWERPOST_BOOTSTRAP_API_KEY'
}

function describeModel({ model }: System): string {
  return model.builtIn ? `${model.name} (rule-based; needs no key)` : model.name
}

function describeDatabase({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== undefined) return `PostgreSQL at ${new URL(databaseUrl).host}`
  const path = relative(process.cwd(), dataDirectory)
  return `embedded, in ${path.startsWith('..') ? dataDirectory : `./${path}`}`
}

function curlLine({ config, account, publicUrl }: StartDescription): string {
  const body = {
    prompt: 'We just shipped dark mode',
    post_types: ['instagram-feed', 'x-post'],
    research_mode: 'regular',
  }
  const variable = config.bootstrapApiKey === undefined ? '$POWERPOST_API_KEY' : '$POWERPOST_BOOTSTRAP_API_KEY'
  const key = account.newApiKey ?? variable
  return `  curl ${publicUrl}/api/v1/content/generate -H "x-api-key: ${key}" -H "X-Workspace-Id: ${account.workspaceId}" -H "Content-Type: application/json" -d '${JSON.stringify(body)}'`
}
