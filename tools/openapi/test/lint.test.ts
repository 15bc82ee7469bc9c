import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENT, runTool } from '../src/run-tool.ts'

const RULESET = fileURLToPath(new URL('../spectral.yaml', import.meta.url))
const REDOCLY_CONFIG = fileURLToPath(new URL('../redocly-lint.yaml', import.meta.url))

/** `.redocly.lint-ignore.yaml` ignores exactly these. */
const AMBIGUOUS = ['health', 'limits', 'capabilities'].map((last) => `/api/v1/connections/{id}/${last}`)

let directory: string
let copy: string
let flawed: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-lint-'))
  flawed = join(directory, 'openapi.json')
  copy = join(directory, 'copy.json')
  const text = await readFile(DOCUMENT, 'utf8')
  await writeFile(copy, text)
  await writeFile(flawed, text.replaceAll('"operationId": "getCredits"', '"operationId": "generateContent"'))
})
afterAll(() => rm(directory, { recursive: true }))

const lintByRedocly = (path: string) => runTool('redocly', 'lint', '--config', REDOCLY_CONFIG, '--format=json', path)
const lintBySpectral = (path: string) => runTool('spectral', 'lint', '--ruleset', RULESET, '--fail-severity=hint', path)

describe('the document', () => {
  it('has no finding of Redocly, by its strict rules, but for paths whose literals decide', async () => {
    const { exitCode, stdout, output } = await lintByRedocly(DOCUMENT)
    expect(exitCode, output).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0, ignored: AMBIGUOUS.length } })
    // Nothing is ignored of a document that lies elsewhere: these are all.
    const copied = JSON.parse((await lintByRedocly(copy)).stdout) as { problems: { ruleId: string; message: string }[] }
    expect(copied.problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual(
      AMBIGUOUS.map(
        (path) =>
          `no-ambiguous-paths: Paths should resolve unambiguously. Found two ambiguous paths: \`/api/v1/connections/requests/{id}\` and \`${path}\`.`,
      ),
    )
  })

  it('has no finding of Spectral', async () => {
    const { exitCode, output } = await lintBySpectral(DOCUMENT)
    expect(exitCode, output).toBe(0)
  })
})

describe('a document with a flaw', () => {
  it('is refused by both', async () => {
    for (const lint of [lintByRedocly, lintBySpectral]) {
      const { exitCode, output } = await lint(flawed)
      expect(output).toContain('operationId')
      expect(exitCode).not.toBe(0)
    }
  })
})
