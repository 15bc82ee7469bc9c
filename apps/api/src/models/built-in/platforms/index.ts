import type { Platform } from '@powerpost/contract'
import type { Captions, PlatformCaption } from '../../port.ts'
import type { Reading } from '../analysis/read-brief.ts'
import { composeFacebook } from './facebook.ts'
import { composeInstagram } from './instagram.ts'
import { composeLinkedin } from './linkedin.ts'
import { composeTiktok } from './tiktok.ts'
import { composeX } from './x.ts'
import { composeYoutube } from './youtube.ts'

/** Each platform's manner of writing. A missing one does not compile. */
export const COMPOSERS = {
  instagram: (reading) => ({ platform: 'instagram', caption: composeInstagram(reading) }),
  tiktok: (reading) => ({ platform: 'tiktok', caption: composeTiktok(reading) }),
  youtube: (reading) => ({ platform: 'youtube', caption: composeYoutube(reading) }),
  x: (reading) => ({ platform: 'x', caption: composeX(reading) }),
  facebook: (reading) => ({ platform: 'facebook', caption: composeFacebook(reading) }),
  linkedin: (reading) => ({ platform: 'linkedin', caption: composeLinkedin(reading) }),
} satisfies { [P in Platform]: (reading: Reading) => { platform: P; caption: Captions[P] } } satisfies Record<
  Platform,
  (reading: Reading) => PlatformCaption
>
