import { AppError } from '#shared/app-error.ts'
import type { PostStatus } from '@powerpost/contract'
import { postStatusSchema } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import type { PostAction } from './transitions.ts'
import { nextStatus } from './transitions.ts'

const NO = 'CONFLICT'
const LATE = 'ALREADY_PUBLISHED'

const EXPECTED = {
  draft: { update: 'draft', delete: 'deleted', schedule: 'scheduled', cancel: NO, publish: 'publishing', retry: NO },
  scheduled: {
    update: NO,
    delete: NO,
    schedule: 'scheduled',
    cancel: 'draft',
    publish: 'publishing',
    retry: 'publishing',
  },
  publishing: { update: NO, delete: NO, schedule: LATE, cancel: NO, publish: LATE, retry: NO },
  published: { update: NO, delete: NO, schedule: LATE, cancel: NO, publish: LATE, retry: 'publishing' },
  failed: { update: NO, delete: NO, schedule: LATE, cancel: NO, publish: LATE, retry: 'publishing' },
} as const satisfies Record<PostStatus, Record<PostAction, string>>

describe.each(postStatusSchema.options)('a post that is %s', (status) => {
  it.each(Object.entries(EXPECTED[status]) as [PostAction, string][])('%s: %s', (action, expected) => {
    let result: string
    try {
      result = nextStatus({ status }, action)
    } catch (error) {
      result = error instanceof AppError ? error.code : String(error)
    }
    expect(result).toBe(expected)
  })
})
