import type { AccountCapabilities } from '@powerpost/contract'

const PATTERN = /\[sandbox:(max_text|max_video_seconds|privacy_level)=([\w|]{1,200})\]/g

/**
 * What words in square brackets in the name of a sandbox account make it say of itself, e.g. `Shop [sandbox:max_video_seconds=30]`:
 * see docs/sandbox.md.
 */
export function readAccountDirectives(displayName: string): AccountCapabilities {
  const said = new Map(Array.from(displayName.matchAll(PATTERN), ([, name = '', value = '']) => [name, value]))
  const [text, seconds] = [Number(said.get('max_text')), Number(said.get('max_video_seconds'))]
  const levels = said.get('privacy_level')?.split('|')
  return {
    ...(Number.isInteger(text) && text > 0 && { text_length: text }),
    ...(seconds > 0 && { video_seconds: seconds }),
    options: levels ? [{ name: 'privacy_level', allowed: levels }] : [],
  }
}
