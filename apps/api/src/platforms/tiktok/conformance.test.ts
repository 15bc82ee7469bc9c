import { describePlatform } from '../conformance.ts'
import { TIKTOK_CAPABILITIES } from './capabilities.ts'
import { startTikTokRig } from './testing/rig.ts'

describePlatform('TikTok', { start: startTikTokRig, capabilities: TIKTOK_CAPABILITIES })
