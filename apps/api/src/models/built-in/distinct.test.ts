import { describe, expect, it } from 'vitest'
import { PLATFORMS } from '@powerpost/contract'
import { listHashtags } from '#reading/text/protected-spans.ts'
import { captionsOf } from './test-kit.ts'

const SENTENCES = [
  'Write a post announcing that we open our second bakery in Leeds on Friday.',
  'Can you do something for insta about our dog grooming salon in Utrecht?',
  'Fredag åbner vi vores andet bageri i Aarhus.',
  'We open our second bakery in Leeds on Friday at eight.',
  'Wir eröffnen am Freitag unsere zweite Bäckerei in Köln.',
  'Nous ouvrons vendredi notre deuxième boulangerie à Lyon.',
  'Abrimos el viernes nuestra segunda panadería en Sevilla.',
  'Abrimos na sexta-feira a nossa segunda padaria em Lisboa.',
  'Venerdì apriamo la nostra seconda panetteria nel centro di Torino, con il pane di una volta.',
  'Wij openen vrijdag onze tweede bakkerij in Utrecht.',
  'W piątek otwieramy naszą drugą piekarnię w Krakowie.',
  'Cuma günü Kadıköy’de ikinci fırınımızı açıyoruz, hepinizi bekliyoruz.',
  'В пятницу мы открываем вторую пекарню в Казани.',
  'У п’ятницю ми відкриваємо другу пекарню у Львові.',
  'Την Παρασκευή ανοίγουμε τον δεύτερο φούρνο μας στον Βόλο.',
  'ביום שישי אנחנו פותחים את המאפייה השנייה שלנו בחיפה.',
  'نفتح يوم الجمعة مخبزنا الثاني في عمان.',
  'हम शुक्रवार को लखनऊ में अपनी दूसरी बेकरी खोल रहे हैं।',
  '金曜日に京都で二店目のパン屋を開店します。',
  '我们周五在杭州开第二家面包店。',
  '금요일에 부산에서 두 번째 빵집을 엽니다.',
  'เราเปิดร้านเบเกอรี่สาขาที่สองในเชียงใหม่วันศุกร์นี้',
  'Thứ Sáu này chúng tôi mở tiệm bánh thứ hai ở Đà Nẵng.',
  'Kami membuka toko roti kedua di Bandung hari Jumat.',
]

const wordsOf = (caption: string) =>
  listHashtags(caption)
    .reduce((rest, tag) => rest.replace(tag, ' '), caption)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

describe('six captions of one sentence', () => {
  it.each(SENTENCES)('have the same words on no more than one pair of platforms: %s', async (prompt) => {
    const captions = await captionsOf({
      prompt,
      platforms: PLATFORMS,
      postTypes: ['instagram-feed', 'tiktok-video', 'youtube-video', 'x-post', 'facebook-post', 'linkedin-post'],
      researchMode: 'regular',
      media: [],
    })
    const words = Object.values(captions).map(wordsOf)
    const pairs = words.flatMap((one, index) => words.slice(index + 1).filter((other) => other === one))
    expect(pairs.length).toBeLessThanOrEqual(1)
  })
})
