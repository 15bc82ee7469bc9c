import type { GenerateContentRequest, Generation, PowerPost } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { readPrompt } from '../read-text.ts'
import { formatGeneration } from '../output/format-generation.ts'
import type { Progress } from '../output/progress.ts'
import type { OpenSession } from '../session.ts'
import type { Session } from '../session.ts'
import * as asked from './content-options.ts'
import { repeated } from './options.ts'
import { readPostTypes } from './post-types.ts'
import type { Program } from './program-type.ts'
import type { MediaFile } from './upload-media.ts'
import { waitForGeneration } from './follow-generation.ts'
import { uploadMedia } from './upload-media.ts'

/** `powerpost generate` */
export function addGenerateCommand(program: Program, open: OpenSession): void {
  program
    .command('generate')
    .description('Write captions from a text, images or a video, and print them.')
    .argument('[prompt]', 'what to post about, or context for the images or video; - reads standard input')
    .addOption(asked.to)
    .option('--image <file>', 'a JPEG, PNG or WebP; can be repeated up to ten times; - reads standard input', repeated)
    .option('--video <file>', 'one MP4, MOV or WebM; - reads standard input')
    .addOption(asked.media)
    .addOption(asked.research)
    .addOption(asked.style)
    .addOption(asked.cta)
    .addOption(asked.source)
    .addOption(asked.language)
    .addOption(asked.tone)
    .addOption(asked.audience)
    .addOption(asked.length)
    .addOption(asked.emoji)
    .addOption(asked.hashtags)
    .addOption(asked.avoid)
    .addOption(asked.variants)
    .addOption(asked.model)
    .addOption(asked.include)
    .addOption(asked.maxCredits)
    .addOption(asked.idempotencyKey)
    .addHelpText(
      'after',
      examples(
        'generate "We just shipped dark mode" --to x,instagram,linkedin',
        'generate "Behind the scenes" --image stage.jpg --image crowd.jpg --to instagram-feed',
        'generate --video launch.mp4 --to youtube,tiktok --research deep --max-credits 40',
        `generate "New in our shop" --to x --json | jq -r .outputs.x`,
      ),
    )
    .action(async (typed, { to, image = [], video, media = [], ...options }) => {
      const prompt = await readPrompt(typed)
      const files = [
        ...image.map((path) => ({ path, type: 'image' as const })),
        ...(video === undefined ? [] : [{ path: video, type: 'video' as const }]),
      ]
      if (prompt === undefined && files.length === 0 && media.length === 0) {
        throw usageError('There is nothing to write about.', 'Give a text, or files with --image, --video or --media.')
      }
      const request = {
        ...(prompt !== undefined && { prompt }),
        media_ids: [...media],
        post_types: readPostTypes(to),
        research_mode: options.research,
        writing_style_id: options.style,
        cta_text: options.cta,
        source_urls: options.source,
        ...asked.readControls(options),
        max_credits: options.maxCredits,
      }
      await generate(open(), { request, files, idempotencyKey: options.idempotencyKey })
    })
}

interface GenerateOptions {
  readonly request: GenerateContentRequest & { readonly media_ids: string[] }
  readonly files: readonly MediaFile[]
  readonly idempotencyKey: string | undefined
}

async function generate(session: Session, options: GenerateOptions): Promise<void> {
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { generation, remainingCredits } = await runGeneration(client, session, { ...options, progress })
    progress.stop()
    session.print(generation, () => formatGeneration(generation))
    session.note(
      `\n${generation.credits_used} credits, ${remainingCredits} left. Generation ${generation.generation_id}`,
    )
  } finally {
    progress.stop()
  }
}

async function runGeneration(
  client: PowerPost,
  session: Session,
  { request, files, idempotencyKey, progress }: GenerateOptions & { readonly progress: Progress },
): Promise<{ generation: Generation; remainingCredits: number }> {
  const { signal } = session
  const uploaded = await uploadMedia(client, { files, progress, signal, idempotencyKey })
  const media_ids = [...request.media_ids, ...uploaded.map(({ media_id }) => media_id)]
  progress.say('Starting')
  const started = await client.content.generate(
    { ...request, media_ids: media_ids.length > 0 ? media_ids : undefined },
    { signal, idempotencyKey },
  )
  session.warn(started)
  const generation = await waitForGeneration(client, started.generation_id, { signal, progress })
  return { generation, remainingCredits: started.remaining_credits }
}
