import type { VideoBrief } from '#video-models/port.ts'

/** What the built-in video model is looked at with. */
export interface VideoSample {
  readonly name: string
  readonly brief: Omit<VideoBrief, 'source'>
  /** Begins with an image that the gallery paints. */
  readonly hasSource?: true
}

const brief = (prompt: string, change: Partial<VideoBrief> = {}) => ({
  prompt,
  size: 'landscape' as const,
  duration: 5,
  hasAudio: false,
  seed: 0,
  ...change,
})

const LONG =
  'Our roastery is moving. From Monday, 7 December you find us at 14 Harbour Street, in the old rope factory: twice the room, the same beans, and a window onto the roaster. Bring this video along in the first week and your espresso is on us. We open at seven, as always.'

export const VIDEO_SAMPLES: readonly VideoSample[] = [
  { name: '01 short', brief: brief('Two coffees for the price of one') },
  { name: '02 portrait', brief: brief('We just shipped dark mode across all our apps', { size: 'portrait', seed: 1 }) },
  { name: '03 long', brief: brief(LONG, { duration: 10 }) },
  { name: '04 long portrait', brief: brief(LONG, { size: 'portrait', duration: 8, seed: 3 }) },
  { name: '05 arabic', brief: brief('قهوتان بسعر واحدة كل يوم جمعة', { size: 'portrait', duration: 4 }) },
  { name: '06 japanese', brief: brief('金曜日はコーヒーが一杯分の値段で二杯', { seed: 5 }) },
  {
    name: '07 brand',
    brief: brief('Summer sale: 30% off everything until Sunday', {
      seed: 2,
      brand: { colours: ['#b3412e', '#f4e9d8'], handle: '@copperpot' },
    }),
  },
  {
    name: '08 list',
    brief: brief('Three steps to better coffee:\n1. Grind fresh\n2. Weigh the water\n3. Wait four minutes', {
      size: 'portrait',
      duration: 10,
    }),
  },
  { name: '09 quote', brief: brief('“Simplicity is the ultimate sophistication.” - Leonardo da Vinci', { seed: 7 }) },
  { name: '10 source', brief: brief('Fresh from the oven at seven', { seed: 4 }), hasSource: true },
  {
    name: '11 source portrait',
    brief: brief('New in the window: winter jumpers, knitted in Cork by people we know', {
      size: 'portrait',
      duration: 8,
      brand: { colours: ['#1f4f46', '#e8d9b5'], handle: '@corkknits' },
    }),
    hasSource: true,
  },
  { name: '12 hindi', brief: brief('शुक्रवार को एक के दाम में दो कॉफ़ी', { size: 'portrait', seed: 9 }) },
  { name: '13 one word', brief: brief('Finally.', { seed: 6, size: 'portrait' }) },
  {
    name: '14 german',
    brief: brief('Donaudampfschifffahrtsgesellschaft feiert 150-jähriges Jubiläum mit Freifahrten für alle', {
      duration: 10,
    }),
  },
]
