import { describe, expect, it } from 'vitest'
import { readStyle } from '#reading/brief/read-style.ts'
import { measureVoice } from './measure-voice.ts'

const QUIET = ['bread at six. #bread #oven', 'we are closed on monday.', 'new: rye.']

describe('what can be counted of a voice', () => {
  it('is said in words that become rules', () => {
    const counted = measureVoice(QUIET)
    expect(counted).toEqual(['At most 2 hashtags.', 'No emoji.', 'No exclamation marks.', 'All lower case.'])
    const { rules, manners } = readStyle(counted.join('\n'), 'en')
    expect(rules).toEqual({ hashtags: { max: 2 }, emoji: 'none', exclamationMarks: false, casing: 'lower' })
    expect(manners).toEqual([])
  })

  it('is no habit that one post does not have', () => {
    expect(measureVoice([...QUIET, 'Rye! 🎉'])).toEqual(['At most 2 hashtags.'])
    expect(measureVoice(['One.', 'Two.', 'Three.'])).toContain('No hashtags.')
  })

  it('is the line that all end with', () => {
    const posts = ['Bread.', 'Rye.', 'Salt.'].map((text) => `${text}\nStay warm.\n\n#Bread`)
    expect(measureVoice(posts)).toContain('End with "Stay warm.".')
    expect(readStyle(measureVoice(posts).join('\n'), 'en').rules.ending).toBe('Stay warm.')
    expect(measureVoice([...posts, 'Nothing else.']).join()).not.toContain('End with')
  })

  it('is nothing of two posts, and no case of a script without one', () => {
    expect(measureVoice(QUIET.slice(0, 2))).toEqual([])
    expect(measureVoice(['パンは六時。', '月曜は休み。', '新作。'])).not.toContain('All lower case.')
  })
})
