import type { Platform, PostType } from '@powerpost/contract'

/** What reads well on a platform, beyond the figures of the contract's table. */
export const MANNERS: Record<Platform, string> = {
  instagram:
    'Open with a hook, then two or three short lines with line breaks between them, then the call to action, then the hashtags on the last line.',
  tiktok: 'One hook and hardly more, as one friend tells another. Hashtags at the end.',
  youtube:
    'The title begins with the words that people search for and promises nothing that is not there. The description opens with a summary of two lines, then the details, then the call to action, then the hashtags.',
  x: 'One claim, said once, complete by itself. No thread, no "1/". Rather no hashtag than a forced one.',
  facebook: 'One to three sentences as to a neighbour. A link stands last.',
  linkedin:
    'A hook, then short paragraphs with blank lines between them, for people at work; end with a question that can be answered. Hashtags on the last line.',
}

/** What the kind of post changes about it. */
export const POST_TYPE_NOTES: Record<PostType, string> = {
  'instagram-feed': 'a post in the feed',
  'instagram-reel': 'a short vertical video: short text',
  'instagram-story': 'seen for seconds: the hook alone',
  'tiktok-video': 'a short vertical video',
  'tiktok-photos': 'a series of photos to swipe through',
  'youtube-video': 'a full video',
  'youtube-short': 'a vertical video of less than three minutes: short description',
  'x-post': 'a post',
  'facebook-post': 'a post',
  'facebook-reel': 'a short vertical video: short text',
  'facebook-story': 'seen for seconds: the hook alone',
  'linkedin-post': 'a post',
}
