// A receiver of webhooks in Express 4, which the test has put next to the packed client; it prints what three requests came to.
import { signTestPayload, verifyWebhook } from '@powerpost/client/webhooks'
import express from 'express4'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const payload = JSON.stringify({ event: 'webhook.test', data: {} })

const receive = async (request, response) => {
  try {
    const { event } = await verifyWebhook({ payload: request.body, headers: request.headers, secret })
    response.json({ event })
  } catch ({ name, message }) {
    response.status(400).json({ name, message })
  }
}
const app = express()
app.post('/raw', express.raw({ type: 'application/json' }), receive)
app.use(express.json())
app.post('/parsed', receive)

const server = app.listen(0, '127.0.0.1', async () => {
  const signed = { 'content-type': 'application/json', ...(await signTestPayload({ payload, secret })) }
  const send = async (path, headers) => {
    const url = `http://127.0.0.1:${server.address().port}${path}`
    return (await fetch(url, { method: 'POST', headers, body: payload })).json()
  }
  const wrong = { ...signed, 'webhook-signature': 'v1,AAAA' }
  console.log(JSON.stringify([await send('/raw', signed), await send('/raw', wrong), await send('/parsed', signed)]))
  server.close()
})
