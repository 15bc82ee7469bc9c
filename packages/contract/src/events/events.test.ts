import { expect, it } from 'vitest'
import { WEBHOOK_EVENT_SCHEMAS, webhookEventExamples, webhookEventSchema, WEBHOOK_EVENTS } from './index.ts'

it.each(WEBHOOK_EVENTS)('the example of %s is a webhook of that event, and shows no unknown field', (name) => {
  const example = webhookEventExamples[name]
  expect(webhookEventSchema.parse(example)).toEqual(example)
  expect(WEBHOOK_EVENT_SCHEMAS[name].parse(example).event).toBe(name)
})

it('any event of the table is a webhook', () => {
  const names = webhookEventSchema.options.map(({ shape }) => shape.event.value)
  expect(names.toSorted()).toEqual(WEBHOOK_EVENTS.toSorted())
})
