// Writes a caption, draws two images for it, and saves them.
//
//   npx -y pnpm@12.21.0 example images/illustrate.ts pictures
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
const [directory = 'pictures'] = process.argv.slice(2)

const { generation_id } = await powerpost.content.generateAndWait({
  prompt: 'We just shipped dark mode',
  post_types: ['linkedin-post'],
  research_mode: 'regular',
})
const { images } = await powerpost.images.generateAndWait({ generation_id, size: 'landscape', quantity: 2 })

await mkdir(directory, { recursive: true })
for (const { media_id, url } of images) {
  // The link needs no key and is good for a week; to post the image, give its `media_id`.
  const file = await fetch(url)
  const path = join(directory, `${media_id}.jpg`)
  await writeFile(path, Buffer.from(await file.arrayBuffer()))
  console.log(path)
}
