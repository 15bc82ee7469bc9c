import type { PlatformChoice } from '@powerpost/contract'
import { CHOICE_LIMITS, platformChoiceSchema } from '@powerpost/contract'

/**
 * What is kept of a platform's list: no more than its bounds. Labels are shortened; what cannot be sent back, because its value is too
 * long, is left out.
 */
export function toChoices(answer: readonly PlatformChoice[]): PlatformChoice[] {
  return answer
    .filter(({ value }) => typeof value === 'boolean' || (value !== '' && value.length <= CHOICE_LIMITS.value))
    .slice(0, CHOICE_LIMITS.perList)
    .map((choice) =>
      platformChoiceSchema.parse({
        ...choice,
        label: choice.label.slice(0, CHOICE_LIMITS.label).toWellFormed(),
        ...(choice.description !== undefined && {
          description: choice.description.slice(0, CHOICE_LIMITS.description).toWellFormed(),
        }),
      }),
    )
}
