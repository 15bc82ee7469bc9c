import { describePlatform } from '../conformance.ts'
import { FIRST_CHANNEL } from '../../../test/fake-platforms/youtube-server.ts'
import { YOUTUBE_CAPABILITIES } from './capabilities.ts'
import { startYouTubeRig } from './testing/rig.ts'

describePlatform('YouTube', {
  start: startYouTubeRig,
  capabilities: YOUTUBE_CAPABILITIES,
  account: { accountKind: 'channel', platformAccountId: FIRST_CHANNEL },
})
