import { describe, expect, it } from 'vitest'
import { captionsOf } from './test-kit.ts'
import classes from './testing/orders-by-class.json' with { type: 'json' }

const flat = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ')
const cases = classes.flatMap(({ language, orders, said, never, ...others }) => {
  const behind = 'behind' in others ? others.behind : said
  return orders.map((order) => ({
    language,
    prompt: order.replace('{S}', said).replace('{D}', behind ?? said),
    said,
    never,
  }))
})

describe('an order that reports a statement', () => {
  it.each(cases)('is said as that statement, in $language: $prompt', async ({ prompt, said, never }) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) {
      expect(flat(caption)).toContain(said.toLowerCase())
      for (const words of never) expect(flat(caption)).not.toContain(words)
    }
  })
})

describe('an English order', () => {
  it.each([
    ["teaser for our album 'Tides' out 3 May", "our album 'Tides' is out 3 May"],
    ["Apologise for yesterday's outage", "We're sorry for yesterday's outage"],
    ['Thank our volunteers for the new fence', 'Thank you to our volunteers for the new fence'],
    ['Remind patients to book their check-ups', 'A reminder: book your check-ups'],
    ['Write a post about our cook Ana who is retiring in May', 'our cook Ana is retiring in May'],
    ['Write a post about my son winning the chess cup', 'my son won the chess cup'],
    ['Write a post about how we cut our waste by half', 'we cut our waste by half'],
    ['Birthday post for my sister Ida', 'Happy birthday to my sister Ida'],
    ['Write a post asking people which cake they want next', 'Which cake do you want next?'],
    ['Invite everyone to our open day on 3 May', "You're invited to our open day on 3 May"],
    ['Shorten this: Our pool opens on Friday at nine.', 'Our pool opens on Friday at nine'],
    ['Max 20 people for the wine tasting, write a post so people sign up early', 'Max 20 people for the wine tasting'],
    ["Don't tell anyone, but the last slice is always mine.", "Don't tell anyone, but the last slice is always mine"],
  ])('is turned into what readers see: %s', async (prompt, said) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) expect(flat(caption)).toContain(flat(said))
  })

  it('that wants a question at the end gets one on every platform, and one that names a tag has it', async () => {
    const prompt = 'Write a post about our choir, Mondays at 7. End with a question. Use #SingLeeds'
    for (const caption of Object.values(await captionsOf({ prompt }))) {
      expect(caption).toMatch(/\?/u)
      expect(caption).toContain('#SingLeeds')
      expect(flat(caption)).not.toMatch(/end with|use #/u)
    }
  })

  it.each([
    [
      'a secret behind a comma',
      'Post about our garden job, 40 tonnes moved, the client Mr Hale must not appear',
      /hale|must not/iu,
    ],
    [
      'a person who wants no name',
      'Write a post about our run. The donor (Norbank) does not want to be named.',
      /norbank|named/iu,
    ],
    [
      'a wish for colleagues',
      'We won the cup! Make a post, nicely please. My boss wants it by tomorrow.',
      /boss|nicely|post/iu,
    ],
  ])('tells nothing of %s', async (_, prompt, never) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) expect(caption).not.toMatch(never)
  })
})
