import { describe, expect, it } from 'vitest'
import { describeLicenses, findDisallowed } from '../src/licenses.ts'

const LIST = {
  MIT: [{ name: 'open', versions: ['1.0.0', '2.0.0'] }],
  'AGPL-3.0-only': [{ name: 'viral', versions: ['3.0.0'] }],
  Unknown: [{ name: 'unnamed', versions: ['0.1.0'] }],
}

describe('the licences of dependencies', () => {
  it('are refused when they are not on the list, also when none is named', () => {
    expect(findDisallowed(LIST)).toEqual(['viral@3.0.0: AGPL-3.0-only', 'unnamed@0.1.0: Unknown'])
    expect(findDisallowed({ MIT: LIST.MIT })).toEqual([])
  })

  it('are listed with their packages', () => {
    expect(describeLicenses({ MIT: LIST.MIT })).toBe('MIT (1)\n  open 1.0.0, 2.0.0\n')
  })
})
