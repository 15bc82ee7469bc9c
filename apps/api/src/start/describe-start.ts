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
    ...(config.role === 'worker' ? [] : describeAddress(publicUrl)),
    ...describeAccess(description),
    ['Model', describeModel(system)],
    ...(system.model.builtIn && config.textModel === undefined
      ? [['', describeOwnModel(publicUrl)] satisfies [string, string]]
      : []),
    ['Database', describeDatabase(config)],
    ...(config.role === 'all' ? [] : [['Role', config.role] satisfies [string, string]]),
  ]
  const table = rows.map(([name, value]) => `  ${styleText('dim', name.padEnd(10))} ${value}`).join('\n')
  const title = styleText(['bold', 'green'], 'PowerPost is ready')
  const tryIt =
    config.role === 'worker'
      ? ''
      : `\n  ${styleText('dim', 'Try it in another terminal')}\n\n${describeTry(description)}\n`
  return `\n  ${title}\n\n${table}\n${tryIt}\n`
}

function describeAddress(publicUrl: string): [string, string][] {
  return [
    ['Address', publicUrl],
    ['Docs', `${publicUrl}/docs`],
  ]
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

/** For a newcomer: the shortest way to a language model. */
function describeOwnModel(publicUrl: string): string {
  return `for better captions a language model, by Ollama or from a file: ${publicUrl}/docs/local-models`
}

function describeDatabase({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== undefined) return `PostgreSQL at ${new URL(databaseUrl).host}`
  const path = relative(process.cwd(), dataDirectory)
  return `embedded, in ${path.startsWith('..') ? dataDirectory : `./${path}`}`
}

const DEFAULT_BASE_URL = 'http://localhost:3000'

/** Lines to paste: the settings of the command line and the client, and a first request that uses them. */
function describeTry({ account, publicUrl }: StartDescription): string {
  const body = {
    prompt: 'We just shipped dark mode',
    post_types: ['instagram-feed', 'x-post'],
    research_mode: 'regular',
  }
  const lines = [
    `export POWERPOST_API_KEY=${account.newApiKey ?? 'pp_live_sk_...'}`,
    `export POWERPOST_WORKSPACE_ID=${account.workspaceId}`,
    ...(publicUrl === DEFAULT_BASE_URL ? [] : [`export POWERPOST_BASE_URL=${publicUrl}`]),
    `curl ${publicUrl}/api/v1/content/generate -H "x-api-key: $POWERPOST_API_KEY" -H "X-Workspace-Id: $POWERPOST_WORKSPACE_ID" -H "Content-Type: application/json" -d '${JSON.stringify(body)}'`,
  ]
  return lines.map((line) => `  ${line}`).join('\n')
}
