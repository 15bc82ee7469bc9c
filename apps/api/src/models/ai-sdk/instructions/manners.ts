import type { Platform, PostType } from '@powerpost/contract'

/** How long a caption is that reads well, hashtags not counted: far less than a platform allows. In characters. */
export const AIMS: Record<Platform, { readonly least: number; readonly most: number }> = {
  instagram: { least: 150, most: 400 },
  tiktok: { least: 60, most: 150 },
  youtube: { least: 150, most: 600 },
  x: { least: 70, most: 200 },
  facebook: { least: 80, most: 300 },
  linkedin: { least: 400, most: 1200 },
}

/** The same of a title on YouTube. */
export const TITLE_AIM = { least: 40, most: 65 } as const

/** What reads well on a platform, beyond the figures of the contract's table. */
export const MANNERS: Record<Platform, string> = {
  instagram:
    'A first line that stands alone, then two or three short lines with line breaks between them, then the call to action, then the hashtags on the last line. The angle: what one sees or feels.',
  tiktok:
    'One thought and hardly more, as one friend tells another. Hashtags at the end. The angle: the moment that surprises.',
  youtube:
    'The title begins with the words that people search for, in sentence case, complete, and promises nothing that is not there. The description does not repeat the title: a summary of two lines, then the details, then the call to action, then the hashtags. The angle: what one learns or gets to see.',
  x: 'One claim, said once, complete by itself. No thread, no "1/". Rather no hashtag than a forced one. The angle: the sharpest fact.',
  facebook: 'One to three sentences as to a neighbour. A link stands last. The angle: what it means for people here.',
  linkedin:
    'A first line that stands alone, then short paragraphs with blank lines between them, for people at work. If the news is short, so is the post. A question at the end only if somebody could answer it from experience. Hashtags on the last line. The angle: what was decided, learned or built, and why.',
}

/** What the kind of post changes about it, the strictest of each platform first: of several kinds that one decides. */
export const POST_TYPE_NOTES: Record<PostType, string> = {
  'instagram-story': 'seen for seconds: the first line alone',
  'instagram-reel': 'a short vertical video: short text',
  'instagram-feed': 'a post in the feed',
  'tiktok-video': 'a short vertical video',
  'tiktok-photos': 'a series of photos to swipe through',
  'youtube-short': 'a vertical video of less than three minutes: short description',
  'youtube-video': 'a full video',
  'x-post': 'a post',
  'facebook-story': 'seen for seconds: the first line alone',
  'facebook-reel': 'a short vertical video: short text',
  'facebook-post': 'a post',
  'linkedin-post': 'a post',
}

/** Phrases that say nothing, in English; the same holds for their like in every language. */
export const CLICHES = [
  'game changer',
  'take it to the next level',
  'we are excited to announce',
  'thrilled to share',
  'unlock',
  'elevate',
  'dive in',
  'in today’s fast-paced world',
  'look no further',
  'say goodbye to',
  'the future of',
  'revolutionary',
  'seamless',
  'journey',
  'whether you’re',
  'not just … but',
  'what are you waiting for',
] as const
