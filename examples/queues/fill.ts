// Fills the next slots of a queue with posts to TikTok, YouTube and LinkedIn, on test connections, and prints when each goes out.
//
//   npx -y pnpm@12.21.0 example queues/fill.ts clip.mp4
import { readFile } from 'node:fs/promises'
import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
const [path = 'clip.mp4'] = process.argv.slice(2)

const connect = async (platform: 'tiktok' | 'youtube' | 'linkedin') => {
  const connection = await powerpost.connections.create({ platform, sandbox: true })
  if (!('connection_id' in connection)) throw new Error(`A person has to sign in: ${connection.authorize_url}`)
  return connection.connection_id
}
const [tiktok, youtube, linkedin] = [await connect('tiktok'), await connect('youtube'), await connect('linkedin')]

const file = new File([await readFile(path)], 'clip.mp4', { type: 'video/mp4' })
const { media_id } = await powerpost.media.upload({ file, type: 'video' })
const { queue_id } = await powerpost.queues.create({
  name: 'Launch week',
  timezone: 'Europe/Berlin',
  slots: { monday: ['09:00'], wednesday: ['09:00'], friday: ['09:00'] },
})

const posts = await Promise.all([
  powerpost.posts.create({
    items: [
      {
        post_type: 'tiktok-video',
        content: 'Dark mode is here.',
        media_ids: [media_id],
        connection_id: tiktok,
        // TikTok wants a person to choose these: there is no default.
        options: { privacy_level: 'SELF_ONLY', allow_comment: true, allow_duet: false, allow_stitch: false },
      },
    ],
  }),
  powerpost.posts.create({
    items: [
      {
        post_type: 'youtube-video',
        title: 'Dark mode',
        content: 'All our apps have a dark mode now.',
        media_ids: [media_id],
        connection_id: youtube,
        options: { privacy_status: 'unlisted', made_for_kids: false, tags: ['dark mode'] },
      },
    ],
  }),
  powerpost.posts.create({
    items: [{ post_type: 'linkedin-post', content: 'All our apps have a dark mode now.', connection_id: linkedin }],
  }),
])

for (const { post_id, items } of posts) {
  const { scheduled_at } = await powerpost.posts.schedule(post_id, { queue_id })
  console.log(items[0]?.post_type, scheduled_at)
}
