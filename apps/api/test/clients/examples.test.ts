import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { encodeVideo, makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { runProgram } from './run-program.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url))

let server: TestServer
let directory: string
beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-examples-'))
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

/** What an example prints. */
function run(example: string, argument: string): Promise<string> {
  return runProgram({
    command: process.execPath,
    arguments: [join(EXAMPLES, example), argument],
    input: '',
    directory: EXAMPLES,
    environment: {
      POWERPOST_API_KEY: server.apiKey,
      POWERPOST_WORKSPACE_ID: server.workspaceId,
      POWERPOST_BASE_URL: server.url,
    },
  })
}

describe('the example', () => {
  it('that illustrates a caption saves two images of the size that it asks for', async () => {
    const printed = await run('images/illustrate.ts', directory)
    const paths = printed.trim().split('\n')
    expect(paths).toHaveLength(2)
    for (const path of paths) {
      const { width, height, format } = await sharp(await readFile(path)).metadata()
      expect({ width, height, format }).toEqual({ width: 1920, height: 1080, format: 'jpeg' })
    }
  })

  it('that announces something saves a video and makes a draft of it', async () => {
    const printed = await run('videos/announce.ts', directory)
    expect(printed).toMatch(/\.mp4\nDraft [\w-]+\n$/u)
  })

  it('that plans a week prints it, and how posts did', async () => {
    const printed = await run('calendar/week.ts', '2027-02-01')
    expect(printed).toMatch(
      /^2027-02-01 09:00 A look back\n(?:2027-02-0[2-5] 09:00 .+\n){4}\d+ items in 30 days: \d+ views/,
    )
  })

  it('that fills a queue prints when each post goes out, in the slots that come next', async () => {
    const clip = await encodeVideo('clip.mp4', { width: 540, height: 960, frames: 96, frameRate: 24 })
    const printed = await run('queues/fill.ts', clip)
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
    expect(lines.map(([postType]) => postType)).toEqual(['tiktok-video', 'youtube-video', 'linkedin-post'])
    const times = lines.map(([, time = '']) => time)
    expect(new Set(times).size).toBe(3)
    expect(times).toEqual(times.toSorted())
  })

  it('that publishes a picture does', async () => {
    const { jpeg } = await makeMediaFiles()
    const printed = await run('posts/publish.ts', jpeg)
    expect(printed).toMatch(/^x-post posted http\S+\nlinkedin-post posted http\S+\n$/)
  })
})
