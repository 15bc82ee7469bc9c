import { verifyWebhook, WebhookVerificationError } from '@powerpost/client/webhooks'
import express from 'express'

const secret = process.env['POWERPOST_WEBHOOK_SECRET'] ?? ''

// In your database: a unique column, written in the transaction of what you do.
const received = new Set<string>()

const app = express()

// The raw body, on a route that stands before any `app.use(express.json())`: a body that was parsed and serialized again no
// longer matches the signature.
app.post('/webhooks', express.raw({ type: 'application/json', limit: '1mb' }), async (request, response, next) => {
  try {
    const event = await verifyWebhook({ payload: request.body, headers: request.headers, secret })
    const id = String(request.headers['webhook-id'])
    if (!received.has(id)) {
      received.add(id)
      console.log(event.event, event.data)
    }
    response.status(204).end()
  } catch (error) {
    if (error instanceof WebhookVerificationError) response.status(400).send(error.message)
    // Not thrown: Express 4 does not catch what an async function throws.
    else next(error)
  }
})

// Everything else.
app.use(express.json())

app.listen(Number(process.env['PORT'] ?? 8000), '127.0.0.1')
