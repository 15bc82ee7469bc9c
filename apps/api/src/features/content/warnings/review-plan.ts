import type { Brief, TextModel } from '#models/port.ts'
import type { Researcher } from '#research/port.ts'
import type { GenerateContentRequest, Warning } from '@powerpost/contract'
import { rulesOfControls } from '../controls/rules-of-controls.ts'
import { resolveControls } from '../controls/stored-controls.ts'
import { toStyle } from '../create-brief.ts'
import type { GenerationPlan } from '../plan-generation.ts'
import { collectWarnings } from './collect-warnings.ts'
import { MEDIA_NOT_SEEN, RESEARCH_NOT_DONE, sourceNotRead } from './warn-of-material.ts'

interface ReviewOptions {
  readonly request: GenerateContentRequest
  readonly plan: GenerationPlan
  /** What would write it. */
  readonly model: TextModel
  readonly researcher: Researcher
}

/**
 * What of a request is known not to be done before it is paid: what the model's rules cannot follow, and what nobody would read,
 * search or look at. What turns out while it is written (a page that is gone, a model that disobeys) is not among it.
 */
export function reviewPlan({ request, plan, model, researcher }: ReviewOptions): readonly Warning[] {
  const { warnings, onWarning } = collectWarnings()
  const media = plan.mediaIds.length > 0
  for (const warning of model.review?.(briefOf(request, plan)) ?? []) onWarning(warning)
  if (model.builtIn) {
    for (const index of plan.sourceUrls.keys()) onWarning(sourceNotRead(index))
    if (media) onWarning(MEDIA_NOT_SEEN)
  }
  if (request.research_mode === 'deep' && (model.builtIn || !researcher.searchesWeb)) onWarning(RESEARCH_NOT_DONE)
  if (request.include?.includes('alt_text') && (model.builtIn || plan.inputType !== 'images')) onWarning(NO_ALT_TEXT)
  return warnings
}

const NO_ALT_TEXT: Warning = {
  code: 'include_not_done',
  message: 'There would be no alt text: it needs images, and a model that sees them.',
  field: 'include',
}

function briefOf(
  request: GenerateContentRequest,
  plan: GenerationPlan,
): Parameters<NonNullable<TextModel['review']>>[0] {
  const { prompt, cta_text: ctaText } = request
  const { style, brand = null, controls, mediaIds } = plan
  const rules: NonNullable<Brief['rules']> = rulesOfControls(resolveControls(brand, controls), brand)
  return {
    ...(prompt !== undefined && { prompt }),
    ...(ctaText?.trim() && { ctaText: ctaText.trim() }),
    ...(style && { style: toStyle(style) }),
    rules,
    media: mediaIds,
  }
}
