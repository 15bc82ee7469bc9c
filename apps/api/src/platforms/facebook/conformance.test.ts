import { describePlatform } from '../conformance.ts'
import { FACEBOOK_CAPABILITIES } from './capabilities.ts'
import { startFacebookRig } from './testing/facebook-rig.ts'

describePlatform('Facebook', { start: startFacebookRig, capabilities: FACEBOOK_CAPABILITIES })
