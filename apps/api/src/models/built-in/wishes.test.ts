import { PLATFORMS } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { captionsOf, outputsOf } from './test-kit.ts'

describe('what a prompt asks of the writer', () => {
  it.each([
    'Write a LinkedIn post about our Series A funding. Tone: professional. Target audience: startup founders. Use 3 emojis.',
    'Please write a caption for our brunch menu. Make it fun! Keep it under 50 words. Add relevant hashtags.',
    'writte me a tweet about our vegan burger',
    'Our new cafe opens Friday in Bristol. Please write a fun Instagram caption for this.',
    'I run a bakery in Leeds. Write a caption about our cinnamon rolls.',
    "Post about our happy hour, $5 margaritas, and don't forget to mention free tacos, keep it short",
  ])('never reaches a caption: %s', async (prompt) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) {
      expect(caption).not.toMatch(/writt?e|caption|tone|audience|emoji|hashtag|make it|keep it|words|mention|tweet/iu)
    }
  })

  it.each([
    'Our bakery is open. No hashtags please.',
    'Our bakery is open (no hashtags)',
    'Write a post about our bakery without any hashtags',
    'Our bakery is open. Don’t add emojis or hashtags.',
    'Unsere Bäckerei in Köln ist offen, ohne Hashtags',
    'Nuestro café abre en Madrid. Sin hashtags.',
    'Onze bakkerij in Utrecht is open. Geen hashtags.',
  ])('no hashtags means none: %s', async (prompt) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) expect(caption).not.toMatch(/#|hashtag/iu)
  })

  it('hashtags that are asked for by name are the caller’s own', async () => {
    const { instagram } = await captionsOf({ prompt: 'Our brunch menu is here. Include hashtags #brunch #nyc' })
    expect(instagram).toMatch(/#brunch #nyc/u)
    expect(instagram).not.toMatch(/include/iu)
  })

  it('what is to be mentioned is said', async () => {
    const { facebook } = await captionsOf({ prompt: 'Write a post about our menu. Mention mimosas for $20.' })
    expect(facebook).toContain('Mimosas for $20.')
    expect(facebook).not.toContain('Mention')
  })

  it('a request put as a question leaves no question', async () => {
    for (const caption of Object.values(await captionsOf({ prompt: 'Can you make a caption for our open day?' })))
      expect(caption).not.toMatch(/open day\?/u)
  })

  it.each(['Keep it simple. Do less, better.', 'Make it a great week, everyone! New hours start Monday.'])(
    'what is said to readers stays: %s',
    async (prompt) => {
      expect((await captionsOf({ prompt })).instagram.replace(/\s+/gu, ' ')).toContain(prompt)
    },
  )
})

describe('kinds of news', () => {
  const cheer =
    /🎉|👋|tell us|let us know|thank you for|who's coming|see next|what do you think|myślicie|vinden jullie/iu

  it.each([
    'Our dog Biscuit crossed the rainbow bridge yesterday. We miss you buddy.',
    'Thoughts and prayers with the families in Valencia tonight',
    'Write an obituary post for my grandmother Rosa, who loved her garden',
    'RECALL: Please stop using our new SafeSleep crib (model SS-200).',
    'Severe thunderstorm warning for Harris County until 9 PM.',
    "We're aware of an issue affecting our new login page.",
    "We raised prices. Here's why.",
    'Our new game is delayed to 2027.',
    'Z żalem informujemy, że odszedł nasz nowy kolega Jan.',
    'Helaas moeten we onze nieuwe winkel sluiten.',
    'Maalesef yeni koleksiyonumuz iptal edildi.',
    'Wir haben neue Öffnungszeiten in unserer Praxis',
  ])('a loss, a warning or a dry notice is not cheered: %s', async (prompt) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) expect(caption).not.toMatch(cheer)
  })

  it('a short text is told whole where its last line matters', async () => {
    const { facebook, tiktok } = await captionsOf({
      prompt: '3 bedroom home in Maple Heights. $425,000. Open house Sunday 1-4pm. 221 Birch Lane.',
    })
    expect(facebook).toContain('221 Birch Lane')
    expect(tiktok).toContain('221 Birch Lane')
  })

  it('what is not out yet asks for no opinion', async () => {
    for (const caption of Object.values(await captionsOf({ prompt: 'Our new vegan burger is dropping Friday' })))
      expect(caption).not.toMatch(/think|see next|questions/iu)
  })

  it('an offer to say goodbye to frizz is no farewell', async () => {
    expect((await captionsOf({ prompt: 'Say goodbye to frizz with our new argan shampoo' })).instagram).toContain('#')
  })
})

describe('a lone sentence of two thoughts', () => {
  it.each([
    ['Presentiamo la nuova carta dei vini: 40 etichette della Toscana', 'vini:\n\n40 etichette'],
    ['我们刚刚在所有应用中推出了深色模式，欢迎大家体验。', '深色模式，\n\n欢迎大家'],
    ['Bewerbungsphase gestartet – wir suchen drei Auszubildende', 'gestartet\n\nWir suchen'],
  ])('stands on two lines on Instagram: %s', async (prompt, lines) => {
    expect((await captionsOf({ prompt })).instagram).toContain(lines)
  })

  it.each([
    'Donate blood this Saturday at Lincoln High School, 9am - 2pm please',
    'Rovers against United ended 3 - 1 in a full stadium today',
  ])('figures are not torn apart: %s', async (prompt) => {
    expect((await captionsOf({ prompt })).instagram).toContain(prompt)
  })
})

describe('forms of address', () => {
  it.each([
    'Wprowadzamy nową aplikację, dzięki której oszczędzasz czas i nie musisz czekać',
    'We lanceren onze nieuwe app waarmee je sneller en beter kunt werken',
    'Vi lanserar vår nya app som du och din familj kan använda nu',
  ])('a text that speaks to one reader gets no phrase for many: %s', async (prompt) => {
    for (const caption of Object.values(await captionsOf({ prompt })))
      expect(caption).not.toMatch(/myślicie|jullie|tycker ni/u)
  })
})

describe('a caption that is written anew', () => {
  const prompt = 'We opened a bakery in Leeds. Fresh bread every morning from seven.'

  it.each(PLATFORMS)('on %s is not what it was, time and again', async (platform) => {
    let previous = await outputsOf({ prompt, platforms: [platform] })
    for (let times = 1; times <= 5; times++) {
      const written = await outputsOf({ prompt, platforms: [platform], rewrite: { times, previous } })
      expect(written).not.toEqual(previous)
      previous = written
    }
  })

  it('follows what is to be different, as far as rules can', async () => {
    const previous = await outputsOf({ prompt })
    const rewritten = (instruction: string) => outputsOf({ prompt, rewrite: { times: 1, previous, instruction } })
    expect((await rewritten('No hashtags, please')).instagram).not.toContain('#')
    expect((await rewritten('Without emoji')).instagram).not.toMatch(/\p{Extended_Pictographic}/u)
    expect((await rewritten('Shorter!')).facebook?.length).toBeLessThan(previous.facebook?.length ?? 0)
  })
})
