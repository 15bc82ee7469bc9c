export { platformInfoSchema, platformListSchema, platformVersionListSchema, postTypeRulesSchema } from './schemas.ts'
export type { FileRulesInfo, PlatformInfo, PlatformList, PlatformVersionList, PostTypeRules } from './schemas.ts'
