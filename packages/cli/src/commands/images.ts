import type { ImageGenerationSummary, ImageModel, ImageSize } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { readPrompt } from '../read-text.ts'
import { beginText } from '../output/begin-text.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { drawImages, regenerateImages, showImages } from './draw-images.ts'
import { repeated, wholeNumber, wholeNumbers } from './options.ts'
import { readPostType } from './post-types.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

const SIZES = ['square', 'feed', 'portrait', 'landscape'] as const satisfies readonly ImageSize[]
const MODELS = ['flux2-flex', 'ideogram-3', 'nano-banana-2', 'gpt-image-1.5'] as const satisfies readonly ImageModel[]

/** `powerpost images ...` */
export function addImagesCommands(program: Program, open: OpenSession): void {
  const images = program.command('images').description('Images generated from a prompt, or for a caption.')
  images.addHelpText('after', examples('images generate "Two coffees for the price of one" --out .', 'images list'))
  addGenerate(images, open)
  addRegenerate(images, open)

  images
    .command('list')
    .description('List the image generations, newest first.')
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { images } = await session.workspaceClient()
      const taken = await take((page) => images.generations.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(['id', 'status', 'created', 'model', 'prompt'], taken, describeSummary))
    })

  images
    .command('show')
    .description('Show an image generation and the links of its images.')
    .argument('<id>', 'the id that `powerpost images list` shows')
    .option('--wait', 'wait until it is finished')
    .option('--out <directory>', 'save the images there')
    .action(async (id, { wait = false, out }) => showImages(open(), { id, wait, out }))
}

function addGenerate(images: Program, open: OpenSession): void {
  images
    .command('generate')
    .description('Generate one to four images, and print their links.')
    .argument('[prompt]', 'what the image shows, - reads standard input; with --for it is added to the caption')
    .addOption(new Option('--size <size>', 'the shape').choices(SIZES).default('square' as const))
    .addOption(new Option('--model <model>', 'the image model').choices(MODELS).default('flux2-flex' as const))
    .option('--quantity <n>', 'how many, 1-4', wholeNumber(1), 1)
    .option(
      '--style-image <file>',
      'a reference image for the style; can be repeated up to four times; - reads standard input',
      repeated,
    )
    .option('--for <generation>', 'a generation whose caption to illustrate')
    .option('--post-type <type>', 'the post type whose caption to illustrate (default: its first)')
    .option('--enhance', 'let a text model rewrite the prompt first')
    .option('--out <directory>', 'save the images there')
    .option('--max-credits <n>', 'fail if it would cost more', wholeNumber(0))
    .option('--idempotency-key <key>', 'sending the same key again returns the first run instead of paying for another')
    .addHelpText(
      'after',
      examples(
        'images generate "Two coffees for the price of one" --size feed --quantity 2 --out pictures',
        'images generate "Our new mug" --style-image brand.jpg --model nano-banana-2 --out .',
        'images generate --for ID --post-type x-post --size landscape --out .',
      ),
    )
    .action(async (typed, options) => {
      const prompt = await readPrompt(typed)
      if (prompt === undefined && options.for === undefined) {
        throw usageError('There is nothing to generate.', 'Give a text, or a generation with --for.')
      }
      const request = {
        ...(prompt !== undefined && { prompt }),
        size: options.size,
        model: options.model,
        quantity: options.quantity,
        enhance_prompt: options.enhance ?? false,
        generation_id: options.for,
        source_post_type: options.postType === undefined ? undefined : readPostType(options.postType),
        max_credits: options.maxCredits,
      }
      const { styleImage = [], out, idempotencyKey } = options
      const files = styleImage.map((path) => ({ path, type: 'image' as const }))
      await drawImages(open(), { request, files, out, idempotencyKey })
    })
}

function addRegenerate(images: Program, open: OpenSession): void {
  images
    .command('regenerate')
    .description('Regenerate some images of an image generation.')
    .argument('<id>', 'the id that `powerpost images list` shows')
    .requiredOption('--positions <numbers>', 'which images, separated by commas; the first is 0', wholeNumbers(0))
    .option('--prompt <prompt>', 'what to show instead; - reads standard input')
    .option('--out <directory>', 'save all images of the image generation there')
    .option('--max-credits <n>', 'fail if it would cost more', wholeNumber(0))
    .option('--idempotency-key <key>', 'sending the same key again returns the first run instead of paying for another')
    .addHelpText(
      'after',
      examples(
        'images regenerate ID --positions 1 --out .',
        'images regenerate ID --positions 0,2 --prompt "At night"',
      ),
    )
    .action(async (id, { positions, prompt, maxCredits, out, idempotencyKey }) => {
      const request = { positions, prompt: await readPrompt(prompt), max_credits: maxCredits }
      await regenerateImages(open(), { id, request, out, idempotencyKey })
    })
}

function describeSummary(generation: ImageGenerationSummary): string[] {
  const { image_generation_id, status, created_at, model, prompt = '' } = generation
  return [image_generation_id, status, formatTime(created_at), model, beginText(prompt)]
}
