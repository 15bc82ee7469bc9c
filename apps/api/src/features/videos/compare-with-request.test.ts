import { describe, expect, it } from 'vitest'
import { compareWithRequest } from './compare-with-request.ts'

const ASKED = { size: 'landscape', duration: 10, model: 'kling-3.0-pro', has_audio: true } as const
const MADE = { width: 1920, height: 1080, duration: 10, hasAudio: true }
const PAID = 44

const compare = (made: Partial<typeof MADE>) => {
  const { warnings, refund } = compareWithRequest(ASKED, { ...MADE, ...made }, PAID)
  return { codes: warnings.map(({ code }) => code), credits: refund?.credits ?? 0 }
}

describe('a video that was made', () => {
  it.each([
    ['as it was asked for', {}, [], 0],
    ['with fewer pixels of the same shape', { width: 1280, height: 720 }, [], 0],
    ['a few frames too short', { duration: 9.6 }, [], 0],
    ['longer', { duration: 10.4 }, [], 0],
    ['upright', { width: 1080, height: 1920 }, ['other_shape'], 44],
    ['square', { width: 1080, height: 1080 }, ['other_shape'], 44],
    ['silent', { hasAudio: false }, ['audio_not_made'], 14],
    ['of half the length', { duration: 5 }, ['shorter_video'], 22],
    [
      'silent, upright and short',
      { hasAudio: false, width: 9, height: 16, duration: 1 },
      ['other_shape', 'audio_not_made', 'shorter_video'],
      44,
    ],
  ])('%s is charged for what it has, and never gives back more than was paid', (_, made, codes, credits) => {
    expect(compare(made)).toEqual({ codes, credits })
  })
})
