import type { Feature } from '#features/feature.ts'
import { removeCalendar } from './entries.repository.ts'
import type { CalendarDependencies } from './routes.ts'
import { createCalendarRoutes } from './routes.ts'

/** What is planned for which day. */
export function createCalendar(parts: CalendarDependencies) {
  return {
    routes: { calendar: createCalendarRoutes(parts) },
    purgeRows: removeCalendar,
  } satisfies Feature
}
