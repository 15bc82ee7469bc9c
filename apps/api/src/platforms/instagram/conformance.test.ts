import { describePlatform } from '../conformance.ts'
import { INSTAGRAM_CAPABILITIES } from './capabilities.ts'
import { startInstagramRig } from './testing/rig.ts'

describePlatform('Instagram', { start: () => startInstagramRig(), capabilities: INSTAGRAM_CAPABILITIES })

describePlatform('Instagram behind a page of Facebook', {
  start: () => startInstagramRig('facebook'),
  capabilities: INSTAGRAM_CAPABILITIES,
})
