import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createTextModel } from '#compose/create-text-model.ts'
import { readConfig } from '#config/index.ts'
import { createLocalModels } from '#models/ai-sdk/index.ts'
import { createLogger } from '#shared/logger.ts'
import { EVAL_BRIEFS } from './briefs.ts'
import type { Written } from './checks.ts'
import { checkWritten } from './checks.ts'
import type { Judge, Judgement } from './judge.ts'
import { createJudge } from './judge.ts'
import { readJudge } from './read-judge.ts'
import { renderPage } from './page.ts'
import type { Figure } from './report.ts'
import { renderTable, toFigures } from './report.ts'
import { writeAll } from './write-all.ts'

// `pnpm eval:captions`: see docs/generating.md
const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    judge: { type: 'string' },
    'judge-url': { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string' },
  },
})
const isBuiltIn = options.model === 'built-in'
const named = options.model === undefined || isBuiltIn ? {} : { POWERPOST_TEXT_MODEL: options.model }
const { textModel, ...config } = readConfig(named)
const localModels = createLocalModels({ directory: config.modelsDirectory })
const model = createTextModel({
  localModels,
  config: { ...config, textModel: isBuiltIn ? undefined : textModel },
  logger: createLogger({ level: 'warn', pretty: true }),
})
const judge =
  options.judge === undefined
    ? undefined
    : createJudge({ ...readJudge({ spec: options.judge, url: options['judge-url'], writer: textModel }), localModels })

const target = resolve(options.out ?? join(tmpdir(), 'powerpost-eval'))
await mkdir(target, { recursive: true })
const costs = { calls: 0, inputTokens: 0, outputTokens: 0 }
const judgements = new Map<string, Judgement>()
const all: Written[] = []
const startedAt = performance.now()
for (const brief of EVAL_BRIEFS.filter(({ name, kind }) => `${kind} ${name}`.includes(options.only ?? ''))) {
  const written = await writeAll(model, brief, costs)
  all.push(written)
  if (judge && written.captions.length > 0) await score(judge, written)
  if (!model.builtIn)
    print(`${all.length}/${EVAL_BRIEFS.length} ${brief.name}${written.error ? `: ${written.error}` : ''}`)
}
const seconds = (performance.now() - startedAt) / 1000

const figures = toFigures(all.flatMap(checkWritten))
const kept = join(target, `${model.name.replace(/[^\w.-]+/gu, '-')}.json`)
const before = await readFile(kept, 'utf8').then(
  (text) => JSON.parse(text) as Figure[],
  () => undefined,
)
print(
  `${model.name}: ${all.length} briefs, ${all.flatMap(({ captions }) => captions).length} captions, ${seconds.toFixed(1)} s`,
)
if (costs.calls > 0) print(`${costs.calls} calls, ${costs.inputTokens} tokens in, ${costs.outputTokens} out`)
// A part of the briefs has other figures than all of them.
print(renderTable(figures, options.only === undefined ? before : undefined))
if (judge) print(renderScores(all.flatMap(({ captions }) => captions).length))
if (options.only === undefined) await writeFile(kept, JSON.stringify(figures))
const page = join(target, 'index.html')
await writeFile(page, renderPage(all, judgements, `Captions by ${model.name}`))
print(page)
localModels.close()

/** A brief that the judge fails at has no scores; the others count. */
async function score(judge: Judge, written: Written): Promise<void> {
  try {
    judgements.set(written.brief.name, await judge(written))
  } catch (error) {
    print(`${written.brief.name} was not judged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function renderScores(captions: number): string {
  const scores = [...judgements.values()].flatMap((scores) => Object.values(scores))
  const counts = [0, 1, 2, 3].map((score) => `${score}: ${scores.filter((one) => one === score).length}`)
  const good = scores.filter((score) => score >= 2).length
  return `judged by ${options.judge}, ${scores.length} of ${captions} captions: ${counts.join(', ')}; ${((100 * good) / Math.max(1, scores.length)).toFixed(0)} % at 2 or 3`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
