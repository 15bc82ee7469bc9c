import { serve } from '@hono/node-server'
import { verifyWebhook, WebhookVerificationError } from '@powerpost/client/webhooks'
import { Hono } from 'hono'

const secret = process.env['POWERPOST_WEBHOOK_SECRET'] ?? ''

// In your database: a unique column, written in the transaction of what you do.
const received = new Set<string>()

const app = new Hono()

app.post('/webhooks', async (context) => {
  const { headers } = context.req.raw
  const event = await verifyWebhook({ payload: await context.req.text(), headers, secret })
  const id = headers.get('webhook-id') ?? ''
  if (!received.has(id)) {
    received.add(id)
    console.log(event.event, event.data)
  }
  return context.body(null, 204)
})

app.onError((error, context) => {
  if (error instanceof WebhookVerificationError) return context.text(error.message, 400)
  throw error
})

serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 8000), hostname: '127.0.0.1' })
