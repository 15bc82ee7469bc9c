import { describe, expect, it } from 'vitest'
import { STOCK_PHRASE_TEXTS } from './stock-phrases/index.ts'
import { captionsOf, write } from './test-kit.ts'

const CHEER =
  /[!🎉👋👀👇👉]|celebrat|congrat|who's coming|tell us|let us know|see you|what do you think|thank you for being/iu

describe('tone', () => {
  it.each([
    'We are deeply saddened to share that our founder Maria Keller passed away on Sunday',
    'After 27 years, Miller Books is closing its doors on June 30',
    'Sorry about yesterday’s outage, our service was down for 3 hours',
    'Write a post about the cancellation of our spring concert',
    'We have to let you know about layoffs: 40 colleagues are leaving us this week',
    'Our thoughts are with everyone affected by the earthquake',
    'Wir trauern um unseren Gründer Karl Weber',
    'Lamentamos comunicar el fallecimiento de nuestra compañera Ana',
    '弊社創業者が逝去いたしました。',
  ])('sad news is not celebrated: %s', async (prompt) => {
    for (const caption of Object.values(await captionsOf({ prompt, ctaText: 'Details on our site' }))) {
      expect(caption).not.toMatch(CHEER)
      expect(caption).not.toContain('#')
    }
  })

  it('emoji and hashtags are left out where the prompt asks for that', async () => {
    for (const caption of Object.values(
      await captionsOf({ prompt: 'We just shipped dark mode across all our apps. No emojis. No hashtags.' }),
    )) {
      expect(caption).not.toMatch(/\p{Extended_Pictographic}|#|No (?:emojis|hashtags)/u)
    }
  })
})

describe('languages', () => {
  const english = (STOCK_PHRASE_TEXTS['en'] ?? []).filter((phrase) => phrase.length > 6)

  it.each([
    'Od dziś nasza kawiarnia w Krakowie jest otwarta także w niedziele.',
    'istanbul’daki yeni mağazamız bu cumartesi açılıyor',
    'Hoy lanzamos el modo oscuro en todas nuestras aplicaciones.',
    'Vi lanserar mörkt läge i alla våra appar idag',
    'เราเพิ่งเปิดตัวโหมดมืดในทุกแอปของเรา',
    'أطلقنا اليوم الوضع الداكن في جميع تطبيقاتنا',
    'हमने अपने सभी ऐप्स में डार्क मोड लॉन्च किया है।',
    'Μόλις κυκλοφορήσαμε τη σκοτεινή λειτουργία',
    '全アプリにダークモードを追加しました。',
    'Chúng tôi vừa ra mắt chế độ tối cho tất cả ứng dụng',
  ])('no English is put around another language, which stays whole: %s', async (prompt) => {
    const media = ['a.jpg', 'b.jpg'].map((fileName) => ({
      kind: 'image' as const,
      fileName,
      width: 1,
      height: 1,
      colours: ['red'],
    }))
    for (const caption of Object.values(await captionsOf({ prompt, media }))) {
      expect(caption).toContain(prompt.replace(/[.。।]$/u, ''))
      for (const phrase of english) expect(caption).not.toContain(phrase)
    }
  })
})

describe('instructions', () => {
  it.each([
    ['Write a post about our new coffee blend', 'our new coffee blend'],
    ['Please write an Instagram caption for our open day on 5 May', 'our open day on 5 May'],
    ['Focus on the key insights about productivity', 'productivity'],
    ['Announce that we are opening a bakery in Brooklyn', 'opening a bakery in Brooklyn'],
    ['Can you create a short LinkedIn post announcing our partnership with Acme?', 'our partnership with Acme'],
    ['I need a caption for our 10th anniversary', '10th anniversary'],
    ['Tell our followers that the rooftop bar is open again', 'the rooftop bar is open again'],
    ['Escribe una publicación sobre nuestro nuevo café de especialidad', 'nuestro nuevo café de especialidad'],
  ])('the frame of "%s" never reaches a caption', async (prompt, subject) => {
    for (const caption of Object.values(await captionsOf({ prompt }))) {
      expect(caption).not.toMatch(
        /write|caption for|focus on|announce that|create|i need|tell our|escribe|publicación/iu,
      )
      expect(caption.toLowerCase()).toContain(subject.replace(/^our |^nuestro /u, '').toLowerCase())
    }
  })

  it.each([
    'Focus on what you can control. Let go of the rest.',
    'Our story on the BBC is live tonight',
    'Share your best recipe with us',
    'Create something beautiful every day',
  ])('what only looks like an instruction is kept: %s', async (prompt) => {
    expect((await captionsOf({ prompt })).linkedin).toContain(prompt.split('.')[0])
  })
})

describe('platforms', () => {
  it.each([
    'We just shipped dark mode across all our apps',
    'Behind the scenes at our product launch',
    'Focus on the key insights about productivity',
    'We are hiring a senior backend engineer in Berlin',
    'What is your favourite way to spend a rainy Sunday?',
    'Get 20% off all running shoes this weekend with code RUN20',
  ])('the six captions of one prompt differ: %s', async (prompt) => {
    const captions = Object.values(await captionsOf({ prompt }))
    expect(new Set(captions).size).toBe(captions.length)
  })

  it('a title has no hashtag and no full stop', async () => {
    const [written] = await write({ prompt: 'Our new #brand is live.', platforms: ['youtube'] })
    expect(written?.caption).toMatchObject({ title: 'Our new brand is live' })
  })

  it('a title leaves no brackets behind of a link', async () => {
    const [written] = await write({
      prompt: 'Read the guide (https://example.com/guide) before Friday',
      platforms: ['youtube'],
    })
    expect(written?.caption).toMatchObject({ title: 'Read the guide before Friday' })
  })

  it('Facebook has the link last', async () => {
    const { facebook } = await captionsOf({
      prompt: 'The catalogue is out. See it at https://a.example/b today. Two years of work went in.',
      researchMode: 'deep',
    })
    expect(facebook.indexOf('https://a.example/b')).toBeGreaterThan(facebook.indexOf('Two years'))
  })

  it('hashtags come last on Instagram, on a line of their own', async () => {
    const { instagram } = await captionsOf({
      prompt: 'We just shipped dark mode across all our apps',
      ctaText: 'Update now',
    })
    expect(instagram.split('\n').at(-1)).toMatch(/^(?:#\S+ ?)+$/u)
  })

  it('a prompt that says the call to action already does not say it twice', async () => {
    for (const caption of Object.values(
      await captionsOf({ prompt: 'The catalogue is out. Order yours today!', ctaText: 'Order yours today!' }),
    )) {
      expect(caption.split('Order yours today!')).toHaveLength(2)
    }
  })
})
