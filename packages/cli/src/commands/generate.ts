import type { GenerateContentRequest, Generation, PowerPost } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { CliError, usageError } from '../errors/cli-error.ts'
import { explain } from '../errors/explain.ts'
import { examples } from '../help.ts'
import { readPrompt } from '../read-text.ts'
import { formatCaptions } from '../output/format-captions.ts'
import type { Progress } from '../output/progress.ts'
import type { OpenSession } from '../session.ts'
import type { Session } from '../session.ts'
import { commaSeparated, repeated, wholeNumber } from './options.ts'
import { PLATFORMS, readPostTypes } from './post-types.ts'
import type { Program } from './program-type.ts'
import type { MediaFile } from './upload-media.ts'
import { followGeneration } from './follow-generation.ts'
import { uploadMedia } from './upload-media.ts'

const LENGTHS = ['short', 'medium', 'long'] as const
const EMOJI = ['none', 'few', 'many'] as const
const INCLUDE = ['alt_text', 'first_comment', 'thread'] as const

const RESEARCH_MODES = ['regular', 'deep'] as const

/** `powerpost generate` */
export function addGenerateCommand(program: Program, open: OpenSession): void {
  program
    .command('generate')
    .description('Write captions from a text, images or a video, and print them.')
    .argument('[prompt]', 'what to post about, or context for the images or video; - reads standard input')
    .requiredOption('--to <platforms>', `${PLATFORMS.join(', ')}, or post types like instagram-reel`, commaSeparated)
    .option('--image <file>', 'a JPEG, PNG or WebP; can be repeated up to ten times', repeated)
    .option('--video <file>', 'one MP4, MOV or WebM')
    .addOption(
      new Option('--research <mode>', 'how much research to do').choices(RESEARCH_MODES).default('regular' as const),
    )
    .option('--style <id>', "a writing style (default: the workspace's active one)")
    .option('--cta <text>', 'a call to action that is included unchanged in every caption')
    .option('--source <url>', 'a web page to read before writing; can be repeated up to ten times', repeated)
    .option('--language <tag>', 'the language of the captions, like pt-BR')
    .option('--tone <words>', 'how it should sound')
    .option('--audience <words>', 'who reads it')
    .addOption(new Option('--length <length>', 'how long it is').choices(LENGTHS))
    .addOption(new Option('--emoji <amount>', 'how much emoji').choices(EMOJI))
    .option('--hashtags <n>', 'how many hashtags', wholeNumber(0))
    .option('--avoid <words>', 'words that no caption may contain', commaSeparated)
    .option('--variants <n>', 'captions for each platform, 1-5', wholeNumber(1))
    .option('--model <name>', 'one of the models of the server, or built-in')
    .addOption(new Option('--include <what...>', 'what to write in addition').choices(INCLUDE))
    .option('--max-credits <n>', 'fail if it would cost more', wholeNumber(0))
    .option('--idempotency-key <key>', 'sending the same key again returns the first run instead of paying for another')
    .addHelpText(
      'after',
      examples(
        'generate "We just shipped dark mode" --to x,instagram,linkedin',
        'generate "Behind the scenes" --image stage.jpg --image crowd.jpg --to instagram-feed',
        'generate --video launch.mp4 --to youtube,tiktok --research deep --max-credits 40',
        `generate "New in our shop" --to x --json | jq -r .outputs.x`,
      ),
    )
    .action(async (typed, { to, image = [], video, ...options }) => {
      const prompt = await readPrompt(typed)
      const files = [
        ...image.map((path) => ({ path, type: 'image' as const })),
        ...(video === undefined ? [] : [{ path: video, type: 'video' as const }]),
      ]
      if (prompt === undefined && files.length === 0) {
        throw usageError('There is nothing to write about.', 'Give a text, or files with --image or --video.')
      }
      const request = {
        ...(prompt !== undefined && { prompt }),
        post_types: readPostTypes(to),
        research_mode: options.research,
        writing_style_id: options.style,
        cta_text: options.cta,
        source_urls: options.source,
        ...readControls(options),
        max_credits: options.maxCredits,
      }
      await generate(open(), { request, files, idempotencyKey: options.idempotencyKey })
    })
}

type Controls = Pick<
  GenerateContentRequest,
  'language' | 'tone' | 'audience' | 'length' | 'emoji' | 'hashtags' | 'avoid' | 'variants' | 'model' | 'include'
>

function readControls(options: Controls): Controls {
  const { language, tone, audience, length, emoji, hashtags, avoid, variants, model, include } = options
  return { language, tone, audience, length, emoji, hashtags, avoid, variants, model, include }
}

interface GenerateOptions {
  readonly request: GenerateContentRequest
  readonly files: readonly MediaFile[]
  readonly idempotencyKey: string | undefined
}

async function generate(session: Session, options: GenerateOptions): Promise<void> {
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { generation, remainingCredits } = await runGeneration(client, session, { ...options, progress })
    progress.stop()
    session.print(generation, () => formatCaptions(generation.outputs ?? {}))
    session.note(
      `\n${generation.credits_used} credits, ${remainingCredits} left. Generation ${generation.generation_id}`,
    )
  } finally {
    progress.stop()
  }
}

async function runGeneration(
  client: PowerPost,
  { signal }: Session,
  { request, files, idempotencyKey, progress }: GenerateOptions & { readonly progress: Progress },
): Promise<{ generation: Generation; remainingCredits: number }> {
  const media = await uploadMedia(client, { files, progress, signal, idempotencyKey })
  progress.say('Starting')
  const started = await client.content.generate(
    { ...request, ...(media.length > 0 && { media_ids: media.map(({ media_id }) => media_id) }) },
    { signal, idempotencyKey },
  )
  try {
    await followGeneration(client, started.generation_id, { signal, progress })
    const generation = await client.content.generations.waitFor(started.generation_id, { signal })
    return { generation, remainingCredits: started.remaining_credits }
  } catch (error) {
    const { hint, ...failure } = explain(error)
    const where = `See \`powerpost generations show ${started.generation_id}\`.`
    throw new CliError({ ...failure, hint: `${hint}\n${where}` })
  }
}
