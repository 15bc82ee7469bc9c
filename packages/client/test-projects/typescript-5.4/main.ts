import { NotFoundError, PowerPost } from '@powerpost/client'
import type { GenerateContentRequest, Generation } from '@powerpost/client'
import { verifyWebhook } from '@powerpost/client/webhooks'

const powerpost = new PowerPost()
const body: GenerateContentRequest = {
  prompt: 'We just shipped dark mode across all our apps',
  post_types: ['x-post'],
  research_mode: 'regular',
}
const generation: Generation = await powerpost.content.generateAndWait(body)
const caption: string | undefined = generation.outputs?.x

let pages = 0
for await (const page of powerpost.content.generations.list({ limit: 1 }).pages()) pages += page.data.length

const refused: unknown = await powerpost.content.generations.get('none').catch((error: unknown) => error)
const code = refused instanceof NotFoundError ? refused.code : 'none'

const options = { payload: '{}', headers: new Headers(), secret: 'whsec_' }
const event = await verifyWebhook(options).catch(() => undefined)
const outputs = event?.event === 'generation.completed' ? event.data.outputs : undefined

console.log(JSON.stringify({ caption: typeof caption, pages: pages > 0, code, outputs: typeof outputs }))
