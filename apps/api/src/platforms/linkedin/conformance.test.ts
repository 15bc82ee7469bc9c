import { describePlatform } from '../conformance.ts'
import { LINKEDIN_CAPABILITIES } from './capabilities.ts'
import { ACCOUNT_IDS, startLinkedInRig } from './testing/linkedin-rig.ts'

const { byAccountKind, ...ofMembers } = LINKEDIN_CAPABILITIES

describePlatform('LinkedIn, for a member', {
  start: startLinkedInRig,
  capabilities: ofMembers,
  account: { accountKind: 'profile', platformAccountId: ACCOUNT_IDS.profile },
})

describePlatform('LinkedIn, for an organization', {
  start: startLinkedInRig,
  capabilities: { ...ofMembers, ...byAccountKind.organization },
  account: { accountKind: 'organization', platformAccountId: ACCOUNT_IDS.organization },
})
