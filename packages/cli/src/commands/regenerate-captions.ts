import { Option } from '@commander-js/extra-typings'
import type { Regeneration, RegenerateRequest } from '@powerpost/client'
import { CliError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { readPrompt } from '../read-text.ts'
import { formatGeneration } from '../output/format-generation.ts'
import type { OpenSession, Session } from '../session.ts'
import * as asked from './content-options.ts'
import { waitForGeneration } from './follow-generation.ts'
import { commaSeparated } from './options.ts'
import { PLATFORMS, readPlatforms } from './post-types.ts'
import type { Program } from './program-type.ts'

/** `powerpost generations regenerate` */
export function addRegenerateCommand(generations: Program, open: OpenSession): void {
  generations
    .command('regenerate')
    .description('Regenerate some captions of a completed generation, and print all of them.')
    .argument('<id>', 'the id that `powerpost generations list` shows')
    .addOption(
      new Option('--to <platforms>', `whose captions to regenerate: ${PLATFORMS.join(', ')}`)
        .argParser(commaSeparated)
        .makeOptionMandatory(),
    )
    .option('--instruction <text>', 'what to change, in your own words; - reads standard input')
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
        'generations regenerate ID --to x --instruction "Shorter, and without emoji"',
        'generations regenerate ID --to instagram,linkedin --length short --hashtags 3',
      ),
    )
    .action(async (id, { to, instruction, maxCredits, idempotencyKey, ...options }) => {
      const request = {
        platforms: readPlatforms(to),
        instruction: await readPrompt(instruction),
        ...asked.readControls(options),
        max_credits: maxCredits,
      }
      await regenerate(open(), { id, request, idempotencyKey })
    })
}

interface RegenerateOptions {
  readonly id: string
  readonly request: RegenerateRequest
  readonly idempotencyKey: string | undefined
}

async function regenerate(session: Session, { id, request, idempotencyKey }: RegenerateOptions): Promise<void> {
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { signal } = session
    progress.say('Starting')
    const started = await client.content.generations.regenerate(id, request, { signal, idempotencyKey })
    session.warn(started)
    const generation = await waitForGeneration(client, id, { signal, progress })
    progress.stop()
    session.print(generation, () => formatGeneration(generation))
    session.warn(generation.regeneration ?? {})
    session.note(`\n${started.credits_used} credits, ${started.remaining_credits} left. Generation ${id}`)
    if (generation.regeneration?.status === 'failed') throw notRegenerated(generation.regeneration)
  } finally {
    progress.stop()
  }
}

function notRegenerated({ error }: Regeneration): CliError {
  return new CliError({
    code: error?.code ?? 'GENERATION_FAILED',
    outcome: 'failed',
    message: error?.message ?? 'The captions could not be regenerated.',
    hint: 'The captions above are unchanged, and the credits were refunded: run the same command again.',
  })
}
