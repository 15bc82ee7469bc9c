import type { ImageBrief } from '#image-models/port.ts'

/** What a card is drawn of for the gallery. */
export interface Sample {
  readonly name: string
  readonly brief: Pick<ImageBrief, 'prompt' | 'caption' | 'size' | 'index' | 'seed' | 'brand'>
  /** Of style pictures. */
  readonly colours: readonly string[]
}

type Choice = Partial<Sample['brief']> & { readonly colours?: readonly string[] }

function sample(name: string, { colours = [], ...brief }: Choice): Sample {
  return { name, colours, brief: { size: 'square', index: 0, seed: 1, ...brief } }
}

const CAFE =
  "We're opening our second café in Porto. Doors open Saturday at 9am, and the first 50 coffees are on us. #coffee #porto"

/** Scripts, lengths, sizes, moods, colours, and a post of each platform. */
export const SAMPLES: readonly Sample[] = [
  ...[0, 1, 2, 3].map((index) => sample(`one request, picture ${index + 1} of 4`, { prompt: CAFE, index })),
  sample('one word', { prompt: 'Hello', size: 'feed' }),
  sample('a quotation', { prompt: '"Simplicity is the ultimate sophistication." - Leonardo da Vinci', size: 'feed' }),
  sample('a figure', {
    prompt: 'We just hit 10,000 customers! Thank you all for being part of the journey.',
    size: 'feed',
  }),
  sample('a list', {
    prompt:
      '5 tips for better sleep:\n1. No screens after ten\n2. Keep the room cool\n3. The same time every day\n4. No coffee after lunch\n5. A short walk at night',
    size: 'portrait',
  }),
  sample('a question', { prompt: 'What would you build if nobody told you it was impossible?', size: 'landscape' }),
  sample('a price list', {
    prompt: 'Spring menu: asparagus soup €7, trout with herbs €18, rhubarb tart €6.50',
    size: 'feed',
  }),
  sample('before and after', { prompt: 'Before: 3 days to close the books. After: 2 hours.' }),
  sample('a date and an address', { prompt: 'Jazz night, Friday 8 pm, 221 Baker Street. Doors 7:30, free entry.' }),
  sample('a brand', {
    prompt: 'Our autumn blend is back. Plum, cocoa and a little smoke.',
    brand: { colours: ['#b4532a', '#f3e6d3', '#2c1a12'], handle: '@copperpot' },
  }),
  sample('a story of 2000 characters', { prompt: longStory(), size: 'feed' }),
  sample('sad news', {
    prompt: 'It is with great sadness that we say goodbye to our founder Ana Reis, who passed away on Sunday.',
  }),
  sample('an offer with emoji', {
    prompt: '🔥 Summer sale! 30% off everything until Sunday 🔥🔥 https://shop.example/sale',
    size: 'portrait',
  }),
  sample('emoji alone', { prompt: '🚀' }),
  sample('Instagram, a caption', {
    caption: {
      postType: 'instagram-feed',
      text: 'Slow mornings, good coffee.\n\nOur autumn blend is back, with notes of cinnamon and orange.\n\n#coffee #autumn',
    },
    size: 'feed',
  }),
  sample('Instagram, a reel', {
    caption: { postType: 'instagram-reel', text: 'Three ways to fold a shirt in five seconds ✨' },
    size: 'portrait',
  }),
  sample('TikTok', {
    caption: { postType: 'tiktok-video', text: 'POV: you finally fixed the bug 🐛 #coding #dev' },
    size: 'portrait',
  }),
  sample('YouTube', {
    caption: {
      postType: 'youtube-video',
      title: 'How we built a compiler in a weekend',
      text: 'From an empty file to running programs, in 48 hours.',
    },
    size: 'landscape',
  }),
  sample('X', {
    caption: { postType: 'x-post', text: 'Dark mode is live on all our apps. Your eyes will thank you.' },
    size: 'landscape',
  }),
  sample('Facebook', {
    caption: {
      postType: 'facebook-post',
      text: 'Spring market in Ghent on Saturday, 14 March from 10:00. Forty makers, live music and the best waffles in town.',
    },
  }),
  sample('LinkedIn', {
    caption: {
      postType: 'linkedin-post',
      text: 'We are hiring: a senior backend engineer.\n\nYou will own our billing platform. Remote in Europe, four days a week.',
    },
    size: 'landscape',
  }),
  sample('style: sea and sand', {
    prompt: 'The new swim collection',
    colours: ['#e9dcc3', '#1f6f8b', '#0b3954', '#ff7f51'],
    size: 'feed',
  }),
  sample('style: a forest', {
    prompt: 'Twelve trails to walk this autumn',
    colours: ['#20331f', '#6a8d3a', '#c9b458'],
    index: 1,
  }),
  sample('style: greys', {
    prompt: 'Concrete, glass and light: a tour of the new library',
    colours: ['#888888', '#c4c4c4', '#2b2b2b'],
    size: 'landscape',
    index: 2,
  }),
  sample('Arabic', { prompt: 'نفتتح مقهانا الثاني في الرياض يوم السبت الساعة 9 صباحًا. أول 50 كوب قهوة على حسابنا.' }),
  sample('Hebrew with Latin', {
    prompt: 'אנחנו פותחים את בית הקפה השני שלנו בתל אביב (Tel Aviv) ביום שבת ב-9:00.',
    size: 'feed',
  }),
  sample('Persian', { prompt: 'کتاب تازهٔ ما «شب‌های تهران» منتشر شد. از فردا در همهٔ کتاب‌فروشی‌ها.', size: 'portrait' }),
  sample('Hindi', { prompt: 'हमारी नई दुकान इस शनिवार को खुल रही है। पहले पचास ग्राहकों को मुफ़्त कॉफ़ी मिलेगी।' }),
  sample('Bengali', { prompt: 'আমাদের নতুন ক্যাফে শনিবার খুলছে। প্রথম পঞ্চাশ কাপ কফি বিনামূল্যে।', size: 'feed' }),
  sample('Tamil', { prompt: 'எங்கள் புதிய கடை சனிக்கிழமை திறக்கிறது. அனைவரும் வருக.', size: 'landscape' }),
  sample('Thai', { prompt: 'ร้านกาแฟแห่งที่สองของเราเปิดวันเสาร์นี้ที่เชียงใหม่ กาแฟห้าสิบแก้วแรกฟรีสำหรับทุกคน' }),
  sample('Chinese, simplified', {
    prompt: '我们的第二家咖啡馆本周六在上海开业。前五十杯咖啡由我们请客，欢迎大家光临！',
    size: 'feed',
  }),
  sample('Chinese, traditional', { prompt: '我們的第二家咖啡館這個週六在臺北開幕。前五十杯咖啡由我們請客！' }),
  sample('Japanese', {
    prompt: '今週の土曜日、京都に二号店をオープンします。最初の五十杯は無料です。',
    size: 'portrait',
  }),
  sample('Korean', { prompt: '이번 토요일 서울에 두 번째 카페를 엽니다. 첫 오십 잔은 무료입니다.', size: 'landscape' }),
  sample('Vietnamese', { prompt: 'Quán cà phê thứ hai của chúng tôi sẽ khai trương tại Hà Nội vào thứ Bảy này' }),
  sample('Turkish', {
    prompt: "İkinci kafemizi cumartesi günü İzmir'de açıyoruz. İlk elli kahve bizden.",
    size: 'feed',
  }),
  sample('Polish', { prompt: 'W sobotę otwieramy naszą drugą kawiarnię w Łodzi. Zażółć gęślą jaźń!' }),
  sample('Russian', {
    prompt: 'В субботу мы открываем вторую кофейню в Петербурге. Первые пятьдесят чашек за наш счёт.',
    size: 'feed',
  }),
  sample('Greek', { prompt: 'Ανοίγουμε το δεύτερο καφέ μας στην Αθήνα αυτό το Σάββατο.' }),
  sample('German, long words', {
    prompt: 'Vielen Dank für eure Unterstützung beim Nachbarschaftshilfeprojekt in Wilhelmsburg!',
    size: 'feed',
  }),
  sample('markup', { prompt: '<svg onload="alert(1)"> & <b>bold</b> moves only', size: 'landscape' }),
]

function longStory(): string {
  return 'I started baking bread because I could not sleep. At four in the morning the city is quiet, the oven hums and the dough does what it wants. Ten years later we bake for half the neighbourhood, and I still get up before the birds. '
    .repeat(9)
    .slice(0, 2000)
}
