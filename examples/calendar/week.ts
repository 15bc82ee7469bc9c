// Plans a week, one entry a day, and prints the week with what is scheduled and posted, and how the posts of the last 30 days do.
//
//   npx -y pnpm@12.21.0 example calendar/week.ts 2026-12-21
import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
const DAY_MS = 86_400_000
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const [monday = dateOf(Date.now())] = process.argv.slice(2)
const dayAfter = (days: number) => dateOf(Date.parse(`${monday}T00:00:00Z`) + days * DAY_MS)

const PLAN = ['A look back', 'Behind the scenes', 'A question', 'The new product', 'A recipe']
for (const [index, title] of PLAN.entries()) {
  await powerpost.calendar.entries.create({ title, scheduled_date: dayAfter(index), scheduled_time: '09:00' })
}

const range = { start_date: monday, end_date: dayAfter(6) }
const { entries, posts = [] } = await powerpost.calendar.entries.list({ ...range, include: 'posts' })
for (const { scheduled_date, scheduled_time, title } of entries)
  console.log(scheduled_date, scheduled_time ?? '', title)
for (const { date, time, status, platform, excerpt } of posts) console.log(date, time, status, platform, excerpt)

const month = { from: dateOf(Date.now() - 30 * DAY_MS), to: dateOf(Date.now()) }
const { totals } = await powerpost.analytics.summary({ ...month, group_by: 'platform' })
console.log(`${totals.items} items in 30 days: ${totals.views} views, ${totals.likes} likes`)
