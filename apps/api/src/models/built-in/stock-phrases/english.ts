import { ENGLISH_OPENINGS } from './english-openings.ts'
import type { StockPhrases } from './stock-phrases.ts'

/** English. `{us}` is `me` in a text that speaks as `I`, `{We}` is `I`. Sad news and plain statements get nothing. */
export const ENGLISH: StockPhrases = {
  openings: ENGLISH_OPENINGS,
  lines: {
    'behind-the-scenes': {
      instagram: ['The part you don’t usually see.'],
      youtube: ['The part you don’t usually see.'],
    },
  },
  closings: {
    launch: {
      instagram: ['Tell {us} what you think in the comments.'],
      youtube: ['Questions? Leave them in the comments.'],
      facebook: ['Let {us} know what you think!'],
    },
    offer: {
      instagram: ['Save this post so you don’t miss it.', 'Send this to someone who’d want to know.'],
      facebook: ['Know someone who’d like this? Pass it on.'],
    },
    event: {
      instagram: ['Who’s coming?'],
      youtube: ['See you there.'],
      facebook: ['Who’s in?', 'Who would you bring along?'],
      linkedin: ['Will {we} see you there?'],
    },
    milestone: {
      instagram: ['Thank you for being part of it.'],
      facebook: ['Thank you for being part of it.'],
    },
    release: {
      instagram: ['Tell {us} what you think in the comments.'],
      youtube: ['Tell {us} what you think in the comments.'],
      facebook: ['Let {us} know what you think!'],
    },
    welcome: {
      instagram: ['Say hello in the comments.'],
      youtube: ['Say hello in the comments.'],
      facebook: ['Say hello in the comments!'],
    },
    achievement: {
      linkedin: ['What are you working towards?'],
    },
    hiring: {
      instagram: ['Know someone? Send this their way.'],
      youtube: ['Know someone? Send this their way.'],
      facebook: ['Know someone who’d be a good fit? Send this their way.'],
      linkedin: ['Who comes to mind?', 'Know someone who’d be a good fit?'],
    },
    question: {
      instagram: ['Tell {us} in the comments.'],
      tiktok: ['Tell {us} in the comments 👇'],
      youtube: ['Leave your answer in the comments.'],
      facebook: ['{We}’d love to hear from you.'],
      linkedin: ['Curious to hear your thoughts.'],
    },
    tips: {
      instagram: ['Which one stands out for you?'],
      youtube: ['Which one stands out for you? Tell {us} in the comments.'],
      facebook: ['Which one speaks to you most?'],
      linkedin: ['What would you add?'],
    },
    'how-to': {
      instagram: ['What works for you?'],
      youtube: ['What works for you? Tell {us} in the comments.'],
      facebook: ['What works for you?'],
      linkedin: ['What works for you?'],
    },
    'behind-the-scenes': {
      youtube: ['Ask {us} anything about it in the comments.'],
      facebook: ['Ask {us} anything about it.'],
      linkedin: ['What would you like to know about it?'],
    },
    opinion: {
      instagram: ['Agree or disagree?'],
      youtube: ['Agree or disagree? Tell {us} in the comments.'],
      facebook: ['Do you see it the same way?'],
      linkedin: ['What’s your take?'],
    },
  },
}
