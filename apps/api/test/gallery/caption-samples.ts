import { PLATFORMS } from '@powerpost/contract'
import type { Brief, ImageFacts, VideoFacts } from '#models/port.ts'
import prompts from './caption-prompts.json' with { type: 'json' }

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
  sample('reference: behind the scenes, 3 images', {
    prompt: 'Behind the scenes at our product launch',
    media: [image('a.jpg'), image('b.jpg'), image('c.jpg')],
  }),
  sample('reference: key insights, video, deep', {
    prompt: 'Focus on the key insights about productivity',
    media: [video('talk.mp4', 62)],
    researchMode: 'deep',
  }),
  sample('announcement: product with cta', {
    prompt: 'Today we released Ledgerly 3, the fastest way to reconcile invoices',
    ctaText: 'Try it free: https://ledgerly.example/start',
  }),
  sample('offer: running shoes', {
    prompt: 'Get 20% off all running shoes this weekend only with code RUN20',
    ctaText: 'Shop now',
  }),
  sample('sad: apology', {
    prompt:
      "Sorry about yesterday's outage. Our service was down for 3 hours and we let you down. We have fixed the cause and will publish a full report.",
    ctaText: 'Read the report: https://status.acme.example',
  }),
  sample('question: tools', {
    prompt: 'Which tool could you not live without as a freelance designer?',
    ctaText: 'Join the newsletter',
  }),
  sample('500 characters: story', { prompt: LONG }),
  sample('500 characters: story, deep', { prompt: LONG, researchMode: 'deep' }),
  sample('500 characters: launch', { prompt: LAUNCH_LONG, ctaText: 'Start your trial' }),
  sample('event: webinar', {
    prompt: 'Free webinar on Tuesday: how to price your freelance work with confidence',
    ctaText: 'Register at https://webinar.example/pricing',
  }),
  sample('cta already in the prompt', {
    prompt: 'Our spring catalogue is out. Download it at https://shop.example/spring',
    ctaText: 'Download it at https://shop.example/spring',
  }),
  sample('German', {
    prompt: 'Ab sofort gibt es den Dunkelmodus in allen unseren Apps. Schaltet ihn in den Einstellungen ein.',
    ctaText: 'Jetzt ausprobieren',
  }),
  sample('Chinese', { prompt: '我们刚刚在所有应用中推出了深色模式，欢迎大家体验。', ctaText: '立即更新' }),
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
  ...Object.entries(prompts).map(([name, prompt]) => sample(name, { prompt })),
]
