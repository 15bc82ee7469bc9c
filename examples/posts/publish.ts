// Writes captions for a picture, has the platforms' rules checked, and publishes it.
//
//   npx -y pnpm@12.21.0 example posts/publish.ts photo.jpg
import { PowerPost } from '@powerpost/client'

const powerpost = new PowerPost()
const [picture = 'photo.jpg'] = process.argv.slice(2)

// Connections that publish to nothing: leave `sandbox` out, and a person is asked to sign in.
async function connect(platform: 'x' | 'linkedin'): Promise<string> {
  const connection = await powerpost.connections.create({ platform, sandbox: true })
  if ('authorize_url' in connection) throw new Error(`Open ${connection.authorize_url} first.`)
  return connection.connection_id
}
const [x, linkedin] = [await connect('x'), await connect('linkedin')]

const { media_id } = await powerpost.media.upload({ file: picture, type: 'image' })
const { generation_id } = await powerpost.content.generateAndWait({
  media_ids: [media_id],
  prompt: 'We just shipped dark mode',
  post_types: ['x-post', 'linkedin-post'],
  research_mode: 'regular',
})

const post = await powerpost.posts.create({
  generation_id,
  items: [
    { post_type: 'x-post', media_ids: [media_id], connection_id: x },
    { post_type: 'linkedin-post', media_ids: [media_id], connection_id: linkedin },
  ],
})

const { publishable, problems } = await powerpost.posts.preflight({ post_id: post.post_id })
for (const { severity, path, message } of problems) console.error(`${severity}: ${path}: ${message}`)

if (publishable) {
  const { items } = await powerpost.posts.publishAndWait(post.post_id)
  for (const { post_type, status, platform_url, error } of items) {
    console.log(post_type, status, platform_url ?? error?.message)
  }
}
