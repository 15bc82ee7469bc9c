import { describe, expect, it } from 'vitest'
import { PLATFORMS, platformsOf, POST_TYPES } from './post-types.ts'

describe('the platforms of post types', () => {
  it('are folded, in the order they were first asked for', () => {
    expect(platformsOf(['x-post', 'instagram-story', 'x-post', 'facebook-reel', 'instagram-feed'])).toEqual([
      'x',
      'instagram',
      'facebook',
    ])
  })

  it('are none for none', () => {
    expect(platformsOf([])).toEqual([])
  })

  it('are all six for all twelve', () => {
    expect(POST_TYPES).toHaveLength(12)
    expect(platformsOf(POST_TYPES)).toEqual(PLATFORMS)
  })

  it.each(POST_TYPES)('%s begins with the name of its platform', (postType) => {
    expect(platformsOf([postType])).toEqual([postType.split('-')[0]])
  })
})
