import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewmanRunOptions, NewmanRunSummary } from 'newman'
import newman from 'newman'
import type { Access, Calls } from './drive.ts'
import type { Answer, Request } from './fetch-calls.ts'
import { callBy } from './fetch-calls.ts'
import type { ToolResult } from './run-tool.ts'
import { runTool } from './run-tool.ts'

interface Variable {
  readonly key: string
  value: string
}

/** A request of a collection, or a folder of them. */
interface Item {
  readonly name: string
  readonly item?: readonly Item[]
  readonly request: {
    readonly header: Variable[]
    readonly url: { readonly query: Variable[]; readonly variable: Variable[] }
    body?: { readonly mode: string; readonly raw?: string }
  }
}

interface Collection {
  readonly info: object
  readonly auth: object
  readonly variable: readonly Variable[]
  readonly item: readonly Item[]
}

/** What Postman's converter names them by: their summaries. */
const NAMES: Readonly<Record<Request['operationId'], string>> = {
  getCredits: 'Get credits',
  generateContent: 'Generate content',
  getGeneration: 'Get a generation',
  listGenerations: 'List generations',
  createConnection: 'Create a connection',
  createPost: 'Create a post',
  preflightPost: 'Preflight a post',
  publishPost: 'Publish a post',
  getPost: 'Get a post',
}

const OPTIONS = 'folderStrategy=Tags,parametersResolution=Example,enableOptionalParameters=false'

/** Makes a collection of a document, as `collection.json` in a directory. */
export function convert(directory: string, document: string): Promise<ToolResult> {
  return runTool('openapi2postmanv2', '-s', document, '-o', join(directory, 'collection.json'), '-O', OPTIONS)
}

function runNewman(options: NewmanRunOptions): Promise<NewmanRunSummary> {
  return new Promise((resolve, reject) => {
    newman.run(options, (error, summary) => (error ? reject(error) : resolve(summary)))
  })
}

/** Sends requests of that collection by Postman's own runner, with what a person fills in. */
export async function readCollectionCalls(directory: string, { apiKey, workspaceId }: Access): Promise<Calls> {
  const collection = JSON.parse(await readFile(join(directory, 'collection.json'), 'utf8')) as Collection
  return callBy(async (request) => {
    const item = fillIn(find(collection.item, NAMES[request.operationId]), request, workspaceId)
    const variable = [...collection.variable, { key: 'apiKey', value: apiKey }]
    const { run } = await runNewman({ collection: { ...collection, variable, item: [item] } })
    const [execution] = run.executions
    if (!execution?.response) throw new Error(`Nothing was sent: ${JSON.stringify(run.failures)}`)
    return { status: execution.response.code, answer: execution.response.json() as Answer }
  })
}

function find(items: readonly Item[], name: string): Item {
  const found = items.flatMap(({ item = [] }) => item).find((item) => item.name === name)
  if (!found) throw new Error(`There is no ${name}`)
  return structuredClone(found)
}

function fillIn(item: Item, { id = '', query = {}, body }: Request, workspaceId: string): Item {
  const { header, url } = item.request
  for (const variable of header) if (variable.key === 'X-Workspace-Id') variable.value = workspaceId
  for (const variable of url.variable) variable.value = id
  url.query.push(...Object.entries(query).map(([key, value]) => ({ key, value })))
  if (body) item.request.body = { mode: 'raw', raw: JSON.stringify(body) }
  return item
}
