import { z } from 'zod'

const share = (description: string) =>
  z
    .number({ error: 'must be a number from 0 to 1' })
    .min(0, { error: 'must be at least 0' })
    .max(1, { error: 'must be at most 1' })
    .meta({ description })

const focus = {
  x: share('From the left edge (0) to the right edge (1).'),
  y: share('From the top edge (0) to the bottom edge (1).'),
}

const FOCUS = 'The point of a picture or video that stays visible where it is cropped, as shares of its sides.'

export const mediumFocusInputSchema = z.object(focus).meta({ id: 'MediumFocusInput', description: FOCUS })

/** As the server answers it. */
export const mediumFocusSchema = z.object(focus).meta({ id: 'MediumFocus', description: FOCUS })
