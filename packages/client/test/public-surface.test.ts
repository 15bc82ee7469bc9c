import { expect, it } from 'vitest'
import * as errors from '../src/generated/errors.ts'
import * as jobErrors from '../src/generated/job-errors.ts'
import * as client from '../src/index.ts'
import * as webhooks from '../src/webhooks/index.ts'

it('nothing is public that is not meant to be', () => {
  // Beside a class for every status of the contract, and one for every kind of job.
  const byHand = Object.keys(client).filter((name) => !(name in errors || name in jobErrors))
  const forJobs = Object.keys(jobErrors).filter((name) => name !== 'JOB_ERRORS')
  expect(Object.keys(client)).toEqual(expect.arrayContaining(forJobs))
  expect(byHand.sort()).toMatchInlineSnapshot(`
    [
      "APIConnectionError",
      "APIError",
      "APIPromise",
      "APITimeoutError",
      "APIUserAbortError",
      "JobFailedError",
      "Page",
      "PagePromise",
      "PowerPost",
      "PowerPostError",
      "VERSION",
    ]
  `)
  expect(Object.keys(webhooks).sort()).toMatchInlineSnapshot(`
    [
      "WebhookVerificationError",
      "signTestPayload",
      "verifyWebhook",
    ]
  `)
})
