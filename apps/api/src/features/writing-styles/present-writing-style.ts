import { AppError } from '#shared/app-error.ts'
import type { WritingStyle } from '@powerpost/contract'
import type { StoredWritingStyle } from './writing-styles.repository.ts'

export function toWritingStyle(style: StoredWritingStyle): WritingStyle {
  return {
    writing_style_id: style.id,
    name: style.name,
    instructions: style.instructions,
    examples: style.examples,
    ...(style.platform_examples.length > 0 && { platform_examples: [...style.platform_examples] }),
    active: style.active,
    livemode: style.livemode,
    created_by: style.created_by,
    created_at: style.created_at.toISOString(),
    updated_at: style.updated_at.toISOString(),
  }
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchStyle(): AppError {
  return new AppError('NOT_FOUND', 'There is no such writing style in this workspace.')
}
