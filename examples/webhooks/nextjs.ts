// app/webhooks/route.ts
import { verifyWebhook, WebhookVerificationError } from '@powerpost/client/webhooks'

const secret = process.env['POWERPOST_WEBHOOK_SECRET'] ?? ''

// In your database: a unique column, written in the transaction of what you do.
const received = new Set<string>()

export async function POST(request: Request): Promise<Response> {
  try {
    const event = await verifyWebhook({ payload: await request.text(), headers: request.headers, secret })
    const id = request.headers.get('webhook-id') ?? ''
    if (!received.has(id)) {
      received.add(id)
      console.log(event.event, event.data)
    }
    return new Response(null, { status: 204 })
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    return new Response(error.message, { status: 400 })
  }
}
