import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../language/detect-language.ts'
import { readPrompt } from './read-prompt.ts'
import briefs from './testing/briefs.json' with { type: 'json' }

const read = (prompt: string) => readPrompt(prompt, detectLanguage(prompt))

describe('a brief', () => {
  it.each(briefs)('is read for what to say, in $language: $prompt', ({ prompt, said, secrets = [] }) => {
    const reading = read(prompt)
    expect(reading.said).toBe(said)
    expect(reading.secrets.map(({ what }) => what)).toEqual(secrets)
  })

  it.each([
    ['Our valuation is $8m. We hired five people. Do not mention the amount of $8m.', 'We hired five people.'],
    ['We open on 3 June in Bath. Ticket sales start today. Do not reveal the date.', 'Ticket sales start today.'],
    ['Acme joins as a partner. We grow our team in Oslo. Do not mention Acme.', 'We grow our team in Oslo.'],
  ])('gives no secret away in another sentence: %s', (prompt, said) => {
    const reading = read(prompt)
    expect(reading.said).toBe(said)
    expect(reading.isWithheld).toBe(true)
  })

  it.each([
    'Never share your PIN with anyone. Our bank will never ask for it.',
    'Keep it simple. Our new chair has four parts and no screws.',
    'Create something beautiful every day',
    'Our recipe is a secret, and it stays one.',
  ])('that is a finished text stays as it is: %s', (prompt) => {
    expect(read(prompt).said).toBe(prompt)
  })
})
