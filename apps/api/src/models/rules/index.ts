export { enforceRules } from './enforce-rules.ts'
export { measureVoice } from './measure-voice.ts'
export { keepRules } from './keep-rules.ts'
export { rulesOf } from './rules-of-brief.ts'
