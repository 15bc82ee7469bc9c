import { describe, expect, it } from 'vitest'
import { readWords } from './read-words.ts'

const datedOf = (prompt: string) => readWords({ prompt }).dated

describe('a date on a field of its own', () => {
  it.each([
    ['Open day on 14 March from 10:00 at the studio', '14 March from 10:00', 'Open day at the studio'],
    ['Tag der offenen Tür am Samstag, 9. Mai, 11–17 Uhr', 'Samstag, 9. Mai, 11–17 Uhr', 'Tag der offenen Tür'],
    ['Concierto el viernes 5 de junio a las 21h en la plaza', 'Viernes 5 de junio a las 21h', 'Concierto en la plaza'],
    ['Открытие выставки 12 декабря в 19:00', '12 декабря в 19:00', 'Открытие выставки'],
    ['Targi książki w sobotę, 12 maja o 10:00', 'W sobotę, 12 maja o 10:00', 'Targi książki'],
    ['10月12日に京都で開店します', '10月12日', '京都で開店します'],
    ['10月1日から全国の店舗で発売します', '10月1日から', '全国の店舗で発売します'],
  ])('is taken out of the sentence that says it: %s', (prompt, when, headline) => {
    expect(datedOf(prompt)).toMatchObject({ when, headline })
  })

  it('is taken out of the sentence below the headline, too', () => {
    expect(
      datedOf("We're opening our second café. Doors open Saturday at 9am, and the first coffees are on us."),
    ).toEqual({
      when: 'Saturday at 9am',
      headline: 'We’re opening our second café',
      detail: 'Doors open, and the first coffees are on us.',
    })
  })

  it.each([
    ['it would mean another thing', 'The reading room stays open until 9 May'],
    ['the sentence is about it', 'Friday is pizza day at the corner'],
    ['nothing would lead to it', 'Happy Monday everyone out there'],
    ['the rest would end in the air', 'Come and get the Friday special'],
    ['hardly anything would be left', 'Closed Monday'],
    ['it ends something in Japanese', '9月30日まで割引を続けます'],
    ['somebody has died', 'Our founder Ana Reis died on 14 March at home'],
  ])('is left where it stands when %s', (_, prompt) => {
    expect(datedOf(prompt)).toBeUndefined()
  })
})
