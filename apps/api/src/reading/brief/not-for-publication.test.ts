import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../language/detect-language.ts'
import { readPrompt } from './read-prompt.ts'

const saidOf = (prompt: string) => readPrompt(prompt, detectLanguage(prompt)).said

describe('what only the writer may know is not said', () => {
  it.each([
    [
      'en',
      'Please write a reminder for our quiz night on Friday. Door code is 4471B (keep it to the team). Doors open at 7.',
      /4471/,
    ],
    [
      'en',
      'Need a post that the pool reopens on 3 May. The lifeguard left after a row, members mustn’t know.',
      /lifeguard|row/,
    ],
    [
      'en',
      'Hiring two cooks in Leeds, make it warm. Budget goes up to 32k but do not disclose. Apply by 1 June.',
      /32k/,
    ],
    [
      'de',
      'Mach einen Post: Am 4. Mai eröffnet unser Laden in Kiel. Der Umbau kostete 80.000 Euro, das darf da nicht rein.',
      /80\.000/,
    ],
    [
      'nl',
      'Schrijf een bericht over onze markt op 9 juni in Breda. De wifi-code is breda99, die mag er niet in.',
      /breda99/,
    ],
    ['pl', 'Proszę napisać post o targu 9 czerwca w Toruniu. Nie wspominać, że burmistrz nie przyjdzie.', /burmistrz/],
    ['pt', 'faz um post da minha feira dia 9 de junho em Braga. nao fala da chuva do ano passado', /chuva/],
    ['ru', 'Напиши пост про ярмарку 9 июня в Твери. Про ссору с мэрией ни слова.', /мэри/],
    ['tr', '9 Haziran pazarımız için bir yazı yaz. Sürpriz konuk Ayla Kaya, henüz açıklanmadı, yazma.', /Ayla/],
    ['id', 'Tolong buatin caption warung baru kami di Bogor. Jangan sebut kami pindah karena banjir.', /banjir/],
    ['ja', '6月9日に新しいパン屋を開きます。投稿文を書いてください。値上げのことは書かないでください。', /値上げ/],
    ['zh', '帮我写个帖子，6月9日我们的面馆开业。涨价的事先别说。', /涨价/],
  ])('%s: %s', (_language, prompt, secret) => {
    const said = saidOf(prompt)
    expect(said).not.toMatch(secret)
    expect(said).not.toBe('')
  })

  it.each([
    'Never share your password. Our bank will never ask for it.',
    'The new library is not open to the public yet. We open the doors on 5 May.',
    'Our recipe is 40 years old and still a family secret.',
  ])('a finished text stays as it is: %s', (text) => {
    expect(saidOf(text)).toBe(text)
  })
})

describe('orders that name a part of a post are not said', () => {
  it.each([
    ['We open on Saturdays in May. Instagram should have emojis, LinkedIn none.', 'We open on Saturdays in May.'],
    ['I slept on a roof in Oslo. First line should be a hook.', 'I slept on a roof in Oslo.'],
    [
      'release post for users pls. Version 3 is out and it loads twice as fast.',
      'Version 3 is out and it loads twice as fast.',
    ],
  ])('%s', (prompt, said) => {
    expect(saidOf(prompt)).toBe(said)
  })

  it('what stands behind an order that leads to no subject is kept', () => {
    expect(saidOf('Maak ff iets tofs: zaterdag 11 oktober open dag, patat 2,50 en om 3 uur muziek.')).toMatch(
      /^Zaterdag 11 oktober/,
    )
  })
})
