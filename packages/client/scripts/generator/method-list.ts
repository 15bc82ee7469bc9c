import type { Method } from './methods.ts'
import { renderParameters, resultType, streamOf } from './render-method.ts'

/** `api.md`: every method of the client with the operation behind it. */
export function renderMethodList(methods: readonly Method[]): string {
  const tags = [...new Set(methods.map(({ route }) => route.metadata.tag))]
  const sections = tags.map((tag) => {
    const lines = methods.filter(({ route }) => route.metadata.tag === tag).flatMap(renderLines)
    return `## ${tag}\n\n${lines.join('\n')}\n`
  })
  return `# The methods of the client

Every one takes its options last: \`signal\`, \`timeout\`, \`maxRetries\`, \`headers\`, \`workspaceId\`, \`idempotencyKey\`.

${sections.join('\n')}`
}

function renderLines(method: Method): string[] {
  const { name, route, ended, starts, result, parameters } = method
  const resource = `powerpost.${name.resource.join('.')}`
  const signature = renderParameters(method).join(', ')
  const ids = parameters.map((parameter) => `${parameter.name}: string`).join(', ')
  return [
    `- \`${resource}.${name.method}(${signature})\`: \`${resultType(method)}\`  \n  ${route.summary}. \`${route.method} ${route.path}\``,
    ...(ended ? [`- \`${resource}.waitFor(${ids})\`: \`Promise<${result}>\``] : []),
    ...(starts ? [`- \`${resource}.${name.method}AndWait(${signature})\`: \`Promise<${starts.result}>\``] : []),
    ...(starts?.event
      ? [`- \`${resource}.${name.method}AndStream(${signature})\`: \`${streamOf(starts.event)}\``]
      : []),
  ]
}
