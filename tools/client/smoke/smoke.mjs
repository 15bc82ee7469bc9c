import { NotFoundError, PowerPost } from '@powerpost/client'
import { signTestPayload, verifyWebhook } from '@powerpost/client/webhooks'

// A picture of one pixel.
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** One of everything that differs between runtimes. Knows nothing but what all of them have. */
export async function smoke(options) {
  const powerpost = new PowerPost(options)
  const { balance } = await powerpost.account.credits()
  const bytes = Uint8Array.from(atob(PNG), (character) => character.charCodeAt(0))
  const sent = []
  const media = await powerpost.media.upload(
    { file: new Blob([bytes]), type: 'image' },
    { fileName: 'pixel.png', onProgress: (progress) => sent.push(progress.sent) },
  )
  const generation = await powerpost.content.generateAndWait({
    media_ids: [media.media_id],
    prompt: 'We just shipped dark mode across all our apps',
    post_types: ['x-post', 'linkedin-post'],
    research_mode: 'regular',
  })
  const listed = []
  for await (const { generation_id } of powerpost.content.generations.list({ limit: 1 })) listed.push(generation_id)
  const refused = await powerpost.content.generations.get('none').catch((error) => error)
  const { requestId } = await powerpost.account.credits().withResponse()
  return {
    balance: balance > 0,
    media: [media.width, media.height, media.file_name],
    progress: sent.at(-1) === bytes.length,
    captions: Object.keys(generation.outputs).sort(),
    listed: listed.includes(generation.generation_id),
    refused: refused instanceof NotFoundError && refused.code,
    requestId: typeof requestId,
    webhook: await checkWebhook(),
  }
}

async function checkWebhook() {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const payload = JSON.stringify({ event: 'webhook.test', data: {} })
  const headers = await signTestPayload({ payload, secret })
  const { event } = await verifyWebhook({ payload, headers, secret })
  return event
}
