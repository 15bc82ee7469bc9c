import type { StockPhrases } from './stock-phrases.ts'

/**
 * English openings.
 *
 * `{titled}` is what was made, or the sentence where that is a single word. `{text}` is the sentence without its full stop, `{Text}` the same with a capital first letter; `{rest}` what was
 * announced; `{object}` what was made, reached or looked for; `{bare}` the same without its article; `{topic}` and `{head}` the
 * parts of `the key insights about productivity`.
 */
export const ENGLISH_OPENINGS: StockPhrases['openings'] = {
  made: {
    tiktok: ['Just {verb}: {object} 🎉'],
    youtube: ['{Titled}'],
    facebook: ['Some news from {us}: {text}.', 'A bit of news: {text}.'],
  },
  announced: {
    tiktok: ['{Rest}'],
    youtube: ['{Rest}'],
    x: ['{Rest}.'],
  },
  offer: {
    tiktok: ['{object}'],
    youtube: ['{object}'],
    x: ['{object}.'],
    facebook: ['Good news: {text}.'],
  },
  reached: {
    tiktok: ['{Object} 🎉'],
    youtube: ['{Object}'],
    facebook: ['Some good news: {text}.'],
  },
  hiring: {
    tiktok: ['Now hiring: {bare}'],
    youtube: ['Now hiring: {bare}'],
    x: ['Now hiring: {bare}.'],
  },
  'new-thing': {
    instagram: ['Meet {object}.'],
    tiktok: ['Say hello to {object} 👋'],
    youtube: ['Introducing {object}'],
    x: ['Introducing {object}.'],
    facebook: ['Say hello to {object}.'],
    linkedin: ['Let {us} introduce {object}.'],
  },
  insights: {
    instagram: ['{Topic}: {head}.'],
    youtube: ['{Topic}: {head}'],
    x: ['{Text}: what would you add?'],
    facebook: ['Let’s talk about {topic}. What are {head} for you?'],
  },
  'behind-the-scenes': {
    tiktok: ['{Text} 👀'],
    youtube: ['{Bare}: behind the scenes'],
    facebook: ['Here’s a look {text}.'],
    linkedin: ['A look {text}.'],
  },
  'how-to': {
    x: ['{Text}: what works for you?'],
    facebook: ['Ever wondered {text}?'],
  },
  reason: {
    facebook: ['Ever wondered {text}?'],
  },
  'announced-subject': {
    instagram: ['Announcing {text}.'],
    tiktok: ['Announcing {text} 🎉'],
    youtube: ['{Text}'],
    x: ['Announcing {text}.'],
    facebook: ['Some news from {us}: {text}.'],
    linkedin: ['Announcing {text}.'],
  },
  subject: {
    instagram: ['{Text} ✨'],
    tiktok: ['Let’s talk about {text} 👀'],
    youtube: ['{Text}'],
    x: ['{Text}.'],
    facebook: ['All about {text}.'],
    linkedin: ['In focus: {text}.'],
  },
  'own-subject': {
    instagram: ['{Text} ✨'],
    tiktok: ['Let’s talk about {text} 👀'],
    youtube: ['{Text}'],
    x: ['{Text}.'],
    facebook: ['All about {text}.'],
    linkedin: ['In focus: {text}.'],
  },
  'own-question': {
    facebook: ['Ever wondered {text}?'],
  },
  'event-subject': {
    instagram: ['Save the date: {text}.'],
    tiktok: ['Save the date: {text}'],
    youtube: ['{Text}'],
    x: ['Coming up: {text}.'],
    facebook: ['Join us for {text}.'],
    linkedin: ['Save the date: {text}.'],
  },
  'undated-event-subject': {
    instagram: ['Coming up: {text}.'],
    tiktok: ['Coming up: {text}'],
    youtube: ['{Text}'],
    x: ['Coming up: {text}.'],
    facebook: ['Join us for {text}.'],
    linkedin: ['Join us for {text}.'],
  },
  'milestone-subject': {
    instagram: ['Celebrating {text}.'],
    tiktok: ['Celebrating {text} 🎉'],
    youtube: ['Celebrating {text}'],
    x: ['Celebrating {text}.'],
    linkedin: ['Celebrating {text}.'],
    facebook: ['A reason to celebrate: {text}.'],
  },
  'sad-subject': {
    instagram: ['A note on {text}.'],
    tiktok: ['A note on {text}'],
    youtube: ['A note on {text}'],
    x: ['A note on {text}.'],
    facebook: ['A note on {text}.'],
    linkedin: ['A note on {text}.'],
  },
}
