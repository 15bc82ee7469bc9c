import type { VideoGenerationSummary, VideoModel, VideoSize } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { beginText } from '../output/begin-text.ts'
import { formatList } from '../output/format-list.ts'
import { formatTime } from '../output/format-time.ts'
import { readPrompt } from '../read-text.ts'
import type { OpenSession } from '../session.ts'
import { estimateVideo, makeVideo, regenerateVideo, showVideo } from './make-video.ts'
import { wholeNumber } from './options.ts'
import type { Program } from './program-type.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

const SIZES = ['landscape', 'portrait'] as const satisfies readonly VideoSize[]
const MODELS = ['kling-3.0-pro', 'veo-3.1', 'runway-gen-4.5'] as const satisfies readonly VideoModel[]
const KEY = 'sending the same key again returns the first run instead of paying for another'

/** `powerpost videos ...` */
export function addVideosCommands(program: Program, open: OpenSession): void {
  const videos = program.command('videos').description('Videos generated from a prompt, or from a prompt and an image.')
  videos.addHelpText('after', examples('videos generate "Two coffees for the price of one" --out .', 'videos list'))
  addGenerate(videos, open)

  videos
    .command('regenerate')
    .description('Generate the video of a completed video generation again.')
    .argument('<id>', 'the id that `powerpost videos list` shows')
    .option('--prompt <prompt>', 'what to show instead; - reads standard input')
    .option('--out <directory>', 'save the video there')
    .option('--max-credits <n>', 'fail if it would cost more', wholeNumber(0))
    .option('--idempotency-key <key>', KEY)
    .action(async (id, { prompt, maxCredits, out, idempotencyKey }) => {
      const request = { prompt: await readPrompt(prompt), max_credits: maxCredits }
      await regenerateVideo(open(), { id, request, out, idempotencyKey })
    })

  videos
    .command('list')
    .description('List the video generations, newest first.')
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { videos } = await session.workspaceClient()
      const taken = await take((page) => videos.generations.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(['id', 'status', 'created', 'model', 'prompt'], taken, describeSummary))
    })

  videos
    .command('show')
    .description('Show a video generation and the link of its video.')
    .argument('<id>', 'the id that `powerpost videos list` shows')
    .option('--wait', 'wait until it is finished')
    .option('--out <directory>', 'save the video there')
    .action(async (id, { wait = false, out }) => showVideo(open(), { id, wait, out }))
}

function addGenerate(videos: Program, open: OpenSession): void {
  videos
    .command('generate')
    .description('Generate a short video, and print its link.')
    .argument('[prompt]', 'what the video shows, - reads standard input')
    .option('--duration <seconds>', 'the length: 5 or 10, with veo-3.1 4 or 8 (default: the shorter)', wholeNumber(1))
    .addOption(new Option('--size <size>', 'the shape').choices(SIZES).default('landscape' as const))
    .addOption(new Option('--model <model>', 'the video model').choices(MODELS).default('kling-3.0-pro' as const))
    .option('--audio', 'with sound, where the model makes it')
    .option('--image <file>', 'an image that the video begins with; - reads standard input')
    .option('--enhance', 'let a text model rewrite the prompt first')
    .option('--estimate', 'show what it would cost, and start nothing')
    .option('--out <directory>', 'save the video there')
    .option('--max-credits <n>', 'fail if it would cost more', wholeNumber(0))
    .option('--idempotency-key <key>', KEY)
    .addHelpText(
      'after',
      examples(
        'videos generate "Two coffees for the price of one" --size portrait --out videos',
        'videos generate "The steam rises" --image cup.jpg --model veo-3.1 --duration 8 --audio --out .',
        'videos generate "Two coffees for the price of one" --duration 10 --estimate',
      ),
    )
    .action(async (typed, options) => {
      const prompt = await readPrompt(typed)
      if (prompt === undefined) throw usageError('There is nothing to generate.', 'Give a text.')
      const { model, image, out, idempotencyKey } = options
      const request = {
        prompt,
        duration: options.duration ?? (model === 'veo-3.1' ? 4 : 5),
        size: options.size,
        model,
        has_audio: options.audio ?? false,
        enhance_prompt: options.enhance ?? false,
        max_credits: options.maxCredits,
      }
      if (options.estimate) return estimateVideo(open(), request)
      const files = image === undefined ? [] : [{ path: image, type: 'image' as const }]
      return makeVideo(open(), { request, files, out, idempotencyKey })
    })
}

function describeSummary(generation: VideoGenerationSummary): string[] {
  const { video_generation_id, status, created_at, model, prompt } = generation
  return [video_generation_id, status, formatTime(created_at), model, beginText(prompt)]
}
