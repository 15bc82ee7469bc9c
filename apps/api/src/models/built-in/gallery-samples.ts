import { PLATFORMS } from '@powerpost/contract'
import type { Brief, ImageFacts, VideoFacts } from '../port.ts'
import { MORE_PROMPTS } from './gallery-samples-more.ts'

/** A brief to read the captions of. */
export interface Sample {
  readonly name: string
  readonly brief: Brief
}

function sample(name: string, given: Partial<Brief>): Sample {
  return {
    name,
    brief: {
      platforms: PLATFORMS,
      postTypes: ['instagram-feed', 'tiktok-video', 'youtube-video', 'x-post', 'facebook-post', 'linkedin-post'],
      researchMode: 'regular',
      media: [],
      ...given,
    },
  }
}

const image = (
  fileName: string,
  colours: readonly string[] = ['deep blue', 'white'],
  [width, height] = [1080, 1350],
): ImageFacts => ({ kind: 'image', fileName, width: width ?? 1080, height: height ?? 1350, colours })
const video = (fileName: string, durationSeconds: number, [width, height] = [1080, 1920]): VideoFacts => ({
  kind: 'video',
  fileName,
  width: width ?? 1080,
  height: height ?? 1920,
  durationSeconds,
})

const LONG = `Three years ago we roasted our first beans in a garage in Leeds. Today our 500th café customer signed up, and our little team has grown to twelve people. We still taste every batch by hand, because machines cannot tell you when a coffee is boring. Next month we open a training room where baristas from all over Yorkshire can learn latte art, brewing and roasting. Places are free for our partners. We could not have done it without you, and we hope to see many of you there.`
const LAUNCH_LONG = `Hi everyone! After eight months of work we're launching Northwind 2.0, a complete rewrite of our route planner for small delivery companies. It plans 300 stops in 4 seconds and works offline. Drivers see live traffic, customers get a precise time window, and dispatchers finally have one screen instead of five. Existing customers are upgraded for free on 3 March. Read the full story at https://northwind.example/blog/v2 and tell us what we should build next.`

export const GALLERY_SAMPLES: readonly Sample[] = [
  sample('reference: dark mode', { prompt: 'We just shipped dark mode across all our apps' }),
  sample('reference: behind the scenes, 3 images', {
    prompt: 'Behind the scenes at our product launch',
    media: [image('a.jpg'), image('b.jpg'), image('c.jpg')],
  }),
  sample('reference: key insights, video, deep', {
    prompt: 'Focus on the key insights about productivity',
    media: [video('talk.mp4', 62)],
    researchMode: 'deep',
  }),
  sample('announcement: café', {
    prompt: "We're opening our second café in Porto. Doors open Saturday at 9am, and the first 50 coffees are on us.",
  }),
  sample('announcement: product with cta', {
    prompt: 'Today we released Ledgerly 3, the fastest way to reconcile invoices',
    ctaText: 'Try it free: https://ledgerly.example/start',
  }),
  sample('announcement: new blend', {
    prompt: 'our new autumn coffee blend is here, with notes of cinnamon and orange',
  }),
  sample('announcement: we are excited', {
    prompt: "We're excited to announce that we've partnered with GreenPeak Logistics to cut packaging waste by 40%",
  }),
  sample('announcement: iPhone app', { prompt: 'our iPhone app now supports offline maps and Apple Watch' }),
  sample('offer: running shoes', {
    prompt: 'Get 20% off all running shoes this weekend only with code RUN20',
    ctaText: 'Shop now',
  }),
  sample('offer: summer sale', { prompt: 'Summer sale starts Friday! Up to 50% off garden furniture.' }),
  sample('offer: shouty', { prompt: 'HUGE SALE THIS WEEKEND!!! 50% OFF EVERYTHING IN STORE!!!' }),
  sample('sad: passing', {
    prompt:
      'We are deeply saddened to share that our founder, Maria Keller, passed away on Sunday. She built this company with kindness.',
  }),
  sample('sad: closing', {
    prompt: 'After 27 years, Miller Books is closing its doors on June 30. Thank you for every visit.',
  }),
  sample('sad: apology', {
    prompt:
      "Sorry about yesterday's outage. Our service was down for 3 hours and we let you down. We have fixed the cause and will publish a full report.",
    ctaText: 'Read the report: https://status.acme.example',
  }),
  sample('sad: instruction', { prompt: 'Write a post about the cancellation of our spring concert due to illness' }),
  sample('sad: Spanish', { prompt: 'Lamentamos comunicar el fallecimiento de nuestro compañero Javier Ortiz.' }),
  sample('numbers: customers', { prompt: 'We reached 10,000 customers in 14 countries' }),
  sample('numbers: report', { prompt: 'Revenue grew 38% in Q3. Churn fell to 1.9%. We shipped 112 releases.' }),
  sample('numbers: marathon', { prompt: 'I finally finished my first marathon in 4:12:30' }),
  sample('question: rainy Sunday', { prompt: "What's your favourite way to spend a rainy Sunday?" }),
  sample('question: tools', {
    prompt: 'Which tool could you not live without as a freelance designer?',
    ctaText: 'Join the newsletter',
  }),
  sample('question: tired, answered', { prompt: 'Tired of slow builds? Our new cache makes them 5x faster.' }),
  sample('one word', { prompt: 'Sunset' }),
  sample('one word, lower case', { prompt: 'coffee' }),
  sample('two words', { prompt: 'Grand opening' }),
  sample('500 characters: story', { prompt: LONG }),
  sample('500 characters: story, deep', { prompt: LONG, researchMode: 'deep' }),
  sample('500 characters: launch', { prompt: LAUNCH_LONG, ctaText: 'Start your trial' }),
  sample('event: concert', { prompt: 'Join us on Friday 12 June at 7pm for an open-air concert in Hyde Park' }),
  sample('event: webinar', {
    prompt: 'Free webinar on Tuesday: how to price your freelance work with confidence',
    ctaText: 'Register at https://webinar.example/pricing',
  }),
  sample('hiring', { prompt: "We're hiring a senior backend engineer in Berlin" }),
  sample('tips: list', {
    prompt:
      '5 tips for better sleep: 1. Keep a fixed bedtime 2. No screens after nine 3. Cool your bedroom 4. Skip late coffee 5. Write down tomorrow’s tasks',
  }),
  sample('tips: lines', {
    prompt:
      'Three habits that made me a better writer:\n- Read every draft aloud\n- Cut the first paragraph\n- Sleep on it',
  }),
  sample('how-to', { prompt: 'How to brew better coffee at home' }),
  sample('instruction: blend', { prompt: 'Write a post about our new coffee blend' }),
  sample('instruction: blend, more', {
    prompt:
      'Please write an Instagram post about our new coffee blend. It has notes of cherry and dark chocolate. Keep it short and fun.',
  }),
  sample('instruction: benefits', {
    prompt: 'Create a LinkedIn post about the benefits of remote work for small teams',
  }),
  sample('instruction: announce', { prompt: 'Announce that we are opening a bakery in Brooklyn on May 3' }),
  sample('instruction: anniversary', { prompt: 'I need a caption for our 10th anniversary' }),
  sample('instruction: topic', { prompt: 'Write something about sustainable fashion' }),
  sample('instruction: open day', { prompt: 'Create a post about our open day on 5 May' }),
  sample('opinion', { prompt: 'Unpopular opinion: most meetings should be a shared document' }),
  sample('gratitude', {
    prompt: 'Thank you to the 40 volunteers who planted 1,200 trees in Riverside Park last weekend',
  }),
  sample('plain', { prompt: 'Our café smells of cinnamon today' }),
  sample('hashtags and handles', {
    prompt: 'Loved working with @studio.north on the new #brand for Harbor Coffee #design #branding',
  }),
  sample('quotes', {
    prompt:
      '"The best camera is the one you have with you." We asked our photographers what they carry. Ana said "my phone, always."',
  }),
  sample('emoji', { prompt: 'Fresh sourdough every morning 🍞 Come by before 10, it sells out fast! 🏃‍♀️' }),
  sample('line breaks', { prompt: 'New opening hours\nMon–Fri 8–18\nSat 9–14\nSun closed' }),
  sample('cta already in the prompt', {
    prompt: 'Our spring catalogue is out. Download it at https://shop.example/spring',
    ctaText: 'Download it at https://shop.example/spring',
  }),
  sample('Spanish', {
    prompt: 'Hoy lanzamos el modo oscuro en todas nuestras aplicaciones. Ya está disponible para iOS y Android.',
  }),
  sample('German', {
    prompt: 'Ab sofort gibt es den Dunkelmodus in allen unseren Apps. Schaltet ihn in den Einstellungen ein.',
    ctaText: 'Jetzt ausprobieren',
  }),
  sample('German, formal', {
    prompt: 'Wir eröffnen unsere neue Filiale in Hamburg. Besuchen Sie uns am 4. Mai ab 10 Uhr.',
  }),
  sample('French', {
    prompt: 'Nous lançons notre nouvelle collection de bijoux faits main, inspirée par la Bretagne !',
  }),
  sample('Portuguese', { prompt: 'Qual é o seu café favorito para começar a semana?' }),
  sample('Italian', { prompt: 'Presentiamo la nuova carta dei vini: 40 etichette della Toscana, scelte da Giulia.' }),
  sample('Dutch', { prompt: 'Vanaf vandaag kun je bij ons in Utrecht terecht voor vers brood en gebak.' }),
  sample('Polish', { prompt: 'Od dziś nasza kawiarnia w Krakowie jest otwarta także w niedziele.' }),
  sample('Turkish', { prompt: 'istanbul’daki yeni mağazamız bu cumartesi açılıyor' }),
  sample('Japanese', { prompt: '全アプリにダークモードを追加しました。設定画面からお試しください。' }),
  sample('Chinese', { prompt: '我们刚刚在所有应用中推出了深色模式，欢迎大家体验。', ctaText: '立即更新' }),
  sample('Korean', { prompt: '모든 앱에 다크 모드를 출시했습니다. 설정에서 바로 사용해 보세요.' }),
  sample('Thai', { prompt: 'เราเพิ่งเปิดตัวโหมดมืดในทุกแอปของเรา' }),
  sample('Arabic', { prompt: 'أطلقنا اليوم الوضع الداكن في جميع تطبيقاتنا. جربوه الآن!' }),
  sample('Hindi', { prompt: 'हमने अपने सभी ऐप्स में डार्क मोड लॉन्च किया है।' }),
  sample('Russian', { prompt: 'Новая осенняя коллекция уже в наших магазинах. Ждём вас в Москве и Казани!' }),
  sample('Greek', { prompt: 'Μόλις κυκλοφορήσαμε τη σκοτεινή λειτουργία σε όλες τις εφαρμογές μας' }),
  sample('Hebrew', { prompt: 'השקנו מצב כהה בכל האפליקציות שלנו' }),
  sample('mixed', { prompt: 'Hello Tokyo! 東京の新しい店が土曜日にオープンします。See you there!' }),
  sample('image, named', { media: [image('golden-gate-sunset.jpg', ['orange', 'deep blue'], [1600, 1067])] }),
  sample('image, camera name', { media: [image('IMG_1234.jpg')] }),
  sample('image, camera name, cta', {
    media: [image('PXL_20260412_081500.jpg', ['green', 'brown'])],
    ctaText: 'Book a table: https://bistro.example',
  }),
  sample('image, no colours', { media: [image('DSC0001.jpg', [])] }),
  sample('images, camera names', {
    media: ['IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg', 'IMG_4.jpg', 'IMG_5.jpg'].map((name) => image(name)),
  }),
  sample('images, one name', { media: [image('team-offsite-lisbon-01.jpg'), image('team-offsite-lisbon-02.jpg')] }),
  sample('video, camera name', { media: [video('VID_20260101.mp4', 42)] }),
  sample('video, named', { media: [video('How to fold a fitted sheet.mp4', 75, [1920, 1080])] }),
  sample('video, German cta', { media: [video('MVI_0042.MOV', 42)], ctaText: 'Jetzt Tickets sichern' }),
  sample('images with prompt', {
    prompt: 'Our new spring menu, photographed by Lena Hart',
    media: [image('1.jpg'), image('2.jpg'), image('3.jpg'), image('4.jpg')],
    postTypes: ['instagram-feed', 'tiktok-photos', 'x-post', 'facebook-post', 'linkedin-post', 'youtube-video'],
  }),
  sample('story only', {
    prompt: 'Summer menu is live. Strawberry tart, iced matcha and a new lemon cake. Come by until 6pm.',
    platforms: ['instagram', 'facebook'],
    postTypes: ['instagram-story', 'facebook-story'],
  }),
  ...MORE_PROMPTS.map(([name, prompt]) => sample(name, { prompt })),
]
