import { describePlatform } from '../conformance.ts'
import { YOUTUBE_CAPABILITIES } from './capabilities.ts'
import { startYouTubeRig } from './testing/rig.ts'

describePlatform('YouTube', { start: startYouTubeRig, capabilities: YOUTUBE_CAPABILITIES, accountKind: 'channel' })
