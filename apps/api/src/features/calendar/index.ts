export { createCalendar } from './feature.ts'
