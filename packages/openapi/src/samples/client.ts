import type { ClientName } from '@powerpost/contract/routes'
import type { LiteralStyle } from './literal.ts'
import { toLiteral } from './literal.ts'
import type { SampleRequest } from './sample-request.ts'

const TYPESCRIPT: LiteralStyle = {
  constants: { null: 'null', true: 'true', false: 'false' },
  text: (text) =>
    text.includes("'") ? JSON.stringify(text) : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`,
  name: (name) => name,
  indent: '  ',
  spaced: true,
}

/** The request with our client, which reads the key and the workspace from the environment. */
export function toClient({ address, query, body, isStream }: SampleRequest, { resource, method }: ClientName): string {
  const named = address.flatMap((piece) => {
    if ('variable' in piece) return [`'${piece.variable}'`]
    return piece.isArgument ? [`'${piece.text}'`] : []
  })
  const value = body?.kind === 'multipart' ? { ...body.files, ...body.fields } : (body?.value ?? query)
  const parameters = [...named, ...(value === undefined ? [] : [toLiteral(value, TYPESCRIPT)])].join(', ')
  const call = `powerpost.${[...resource, method].join('.')}(${parameters})`
  return `import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
${isStream ? readEvents(call) : `const answer = await ${call}\nconsole.log(answer)`}`
}

function readEvents(call: string): string {
  return `for await (const event of ${call}) {
  console.log(event)
}`
}
