// Makes a video, waits for it, saves it, and makes a draft that posts it.
//
//   npx -y pnpm@12.21.0 example videos/announce.ts videos
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
const [directory = 'videos'] = process.argv.slice(2)

const { video } = await powerpost.videos.generateAndWait({
  prompt: 'We just shipped dark mode across all our apps',
  duration: 5,
  size: 'portrait',
})
if (!video) throw new Error('The file of the video was deleted.')

await mkdir(directory, { recursive: true })
const file = await fetch(video.url)
const path = join(directory, `${video.media_id}.mp4`)
await writeFile(path, Buffer.from(await file.arrayBuffer()))
console.log(path)

const { post_id } = await powerpost.posts.create({
  items: [{ post_type: 'instagram-reel', content: 'Dark mode is here.', media_ids: [video.media_id] }],
})
console.log(`Draft ${post_id}`)
