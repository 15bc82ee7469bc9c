import type { Estimate } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatTable } from '../output/table.ts'
import { readPrompt } from '../read-text.ts'
import type { OpenSession } from '../session.ts'
import * as asked from './content-options.ts'
import { readPostTypes } from './post-types.ts'
import type { Program } from './program-type.ts'

/** `powerpost estimate` */
export function addEstimateCommand(program: Program, open: OpenSession): void {
  program
    .command('estimate')
    .description('Show what captions would cost. Nothing is started.')
    .argument('[prompt]', 'what to post about, or context for the media; - reads standard input')
    .addOption(asked.to)
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
    .addHelpText(
      'after',
      examples('estimate "We just shipped dark mode" --to x,instagram --variants 3', 'estimate --media ID --to tiktok'),
    )
    .action(async (typed, { to, media = [], ...options }) => {
      const prompt = await readPrompt(typed)
      if (prompt === undefined && media.length === 0) {
        throw usageError('There is nothing to write about.', 'Give a text, or uploaded files with --media.')
      }
      const session = open()
      const { content } = await session.workspaceClient()
      const request = {
        ...(prompt !== undefined && { prompt }),
        ...(media.length > 0 && { media_ids: [...media] }),
        post_types: readPostTypes(to),
        research_mode: options.research,
        writing_style_id: options.style,
        cta_text: options.cta,
        source_urls: options.source,
        ...asked.readControls(options),
        max_credits: options.maxCredits,
      }
      const estimate = await content.estimate(request, { signal: session.signal })
      session.print(estimate, () => describeEstimate(estimate))
    })
}

function describeEstimate({ credits, breakdown }: Estimate): string {
  const rows = breakdown.map((part) => [
    part.item.replaceAll('_', ' '),
    String(part.quantity),
    String(part.credits_each),
    String(part.credits),
  ])
  return `${formatTable(['for', 'quantity', 'each', 'credits'], rows)}\n${credits} credits`
}
