import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ModelError } from '#models/port.ts'
import type { FakeModelsDirectory } from '../../../../test/local-model/fake-models-directory.ts'
import { createFakeModelsDirectory } from '../../../../test/local-model/fake-models-directory.ts'
import { describeTextModel } from '../../conformance.ts'
import { createAiSdkTextModel, ModelSpecError } from '../index.ts'
import { BRIEF, failureOf, outcomeOf, writeWith } from '../test-kit.ts'
import type { LocalModels } from './index.ts'
import { createLocalModels } from './index.ts'

type Options = Partial<Parameters<typeof createLocalModels>[0]>

let directory: FakeModelsDirectory
let models: LocalModels

beforeEach(async () => {
  directory = await createFakeModelsDirectory()
  models = createLocalModels({ directory: directory.path })
})
afterEach(async () => {
  models.close()
  await directory.remove()
})

function open(options: Options = {}): void {
  models = createLocalModels({ directory: directory.path, ...options })
}

async function modelThat(...[behaves, options]: [Parameters<FakeModelsDirectory['add']>[1], { trained: number }?]) {
  await directory.add('some.gguf', behaves, options)
  return createAiSdkTextModel({ spec: 'local:some.gguf', localModels: models, totalTimeoutMs: 60_000 })
}

describeTextModel('a local model', () => modelThat('well'))

describe('a local model', () => {
  it('is asked in the schema of the answer, and says what it cost', async () => {
    const { captions, usages } = await outcomeOf(await modelThat('well'))
    expect(captions.map(({ platform }) => platform)).toEqual(BRIEF.platforms)
    expect(usages).toEqual([expect.objectContaining({ model: 'some.gguf', inputTokens: expect.any(Number) })])
    expect(usages[0]?.outputTokens).toBeGreaterThan(10)
  })

  it('that dies is `down`, and its process is started again for the next', async () => {
    const model = await modelThat('dies once')
    const outcome = await outcomeOf(model)
    expect(failureOf(outcome)).toMatchObject({ failure: 'down' })
    expect(String(outcome.error)).toContain('local:some.gguf ended while it was running')
    expect(Object.keys(await writeWith(model))).toEqual(BRIEF.platforms)
  })

  it.each([
    ['throws', 'down', 'name a second model in POWERPOST_TEXT_MODEL'],
    ['not loaded', 'misconfigured', 'could not be loaded: download the file again'],
    ['too large', 'misconfigured', 'needs more memory than there is: use a smaller model'],
  ] as const)('that %s is `%s`, with advice', async (behaves, failure, advice) => {
    const outcome = await outcomeOf(await modelThat(behaves))
    expect(failureOf(outcome)).toMatchObject({ failure })
    expect(String(outcome.error)).toContain(advice)
  })

  it('is `too_long` for a text that leaves no room for an answer', async () => {
    const outcome = await outcomeOf(await modelThat('well', { trained: 600 }))
    expect(failureOf(outcome)).toMatchObject({ failure: 'too_long' })
    expect(String(outcome.error)).toContain('use a model with a longer context')
  })

  it('that stops in the middle is asked again, then `unusable`', async () => {
    expect(failureOf(await outcomeOf(await modelThat('stops early')))).toMatchObject({ failure: 'unusable' })
  })

  it('larger than the memory is not loaded', async () => {
    open({ memoryBytes: 10 })
    const create = modelThat('well')
    await expect(create).rejects.toThrow('needs more memory than there is')
  })

  it('stops when it is asked to, and answers the next question', async () => {
    await directory.add('waits.gguf', 'waits')
    const controller = new AbortController()
    const waiting = ask('waits.gguf', controller.signal)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await directory.add('good.gguf', 'well')
    await expect(ask('good.gguf')).resolves.toMatchObject({ isWhole: true })
  })

  it('that does not stop is killed', async () => {
    open({ stopGraceMs: 50 })
    await directory.add('hangs.gguf', 'hangs')
    const controller = new AbortController()
    // Only once it is at work.
    const onText = () => controller.abort(new Error('enough'))
    await expect(ask('hangs.gguf', controller.signal, onText)).rejects.toThrow('enough')
    await directory.add('good.gguf', 'well')
    await expect(ask('good.gguf')).resolves.toMatchObject({ isWhole: true })
  })

  it('has one question at a time, so many wait, and one more is `busy`', async () => {
    open({ maxWaiting: 1 })
    await directory.add('waits.gguf', 'waits')
    const controller = new AbortController()
    const asked = [ask('waits.gguf', controller.signal), ask('waits.gguf', controller.signal)]
    const refused = await ask('waits.gguf').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ModelError)
    expect(refused).toMatchObject({ failure: 'busy', retryAfterSeconds: 30 })
    controller.abort(new Error('enough'))
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected')
  })

  it('ends its process when nobody has asked for a while', async () => {
    let idle: (() => void) | undefined
    open({
      startTimer: (_, fire) => {
        idle = fire
        return () => (idle = undefined)
      },
    })
    await directory.add('good.gguf', 'well')
    await ask('good.gguf')
    expect(idle).toBeDefined()
    idle?.()
    await expect(ask('good.gguf')).resolves.toMatchObject({ isWhole: true })
  })
})

function ask(name: string, signal = new AbortController().signal, onText = (_text: string) => {}) {
  const messages = [
    { role: 'system', text: 'Be good.' },
    { role: 'user', text: 'Write.' },
  ] as const
  const schema = { type: 'object', properties: { x: { type: 'string' } } }
  return models.ask(name, { messages: [...messages], schema }, { signal, onText })
}

describe('the name of a local model', () => {
  it.each(['../secret.gguf', 'a/../../b.gguf', '/etc/passwd', '..', 'a/..', 'C:/x.gguf', String.raw`a\b.gguf`])(
    '%s is refused, whatever is there',
    async (name) => {
      await writeFile(join(directory.path, '..', 'secret.gguf'), 'GGUF')
      expect(() => createAiSdkTextModel({ spec: `local:${name}`, localModels: models })).toThrow(ModelSpecError)
      await rm(join(directory.path, '..', 'secret.gguf'))
    },
  )

  it('may be without its ending, and in a directory', async () => {
    await mkdir(join(directory.path, 'qwen'))
    await directory.add('qwen/small.gguf', 'well')
    expect(createAiSdkTextModel({ spec: 'local:qwen/small', localModels: models }).name).toBe('local:qwen/small')
  })

  it('that is no file says where to put it', () => {
    const create = () => createAiSdkTextModel({ spec: 'local:missing', localModels: models })
    expect(create).toThrow(`local:missing was not found: put missing.gguf into ${directory.path}.`)
  })

  it('that is another file says so', async () => {
    await writeFile(join(directory.path, 'page.gguf'), '<!doctype html>')
    const create = () => createAiSdkTextModel({ spec: 'local:page.gguf', localModels: models })
    expect(create).toThrow('local:page.gguf is no GGUF file')
  })

  it('is refused with the command to run where nothing is installed', async () => {
    const bare = await createFakeModelsDirectory({ isInstalled: false })
    try {
      await bare.add('some.gguf', 'well')
      const localModels = createLocalModels({ directory: bare.path })
      const create = () => createAiSdkTextModel({ spec: 'local:some.gguf', localModels })
      expect(create).toThrow('install it by "npx -y pnpm@12.21.0 powerpost models install"')
    } finally {
      await bare.remove()
    }
  })
})
