import { describe, expect, it } from 'vitest'
import { behave, goodAnswer } from '../../../test/fake-models/index.ts'
import type { ModelFailure, PlatformCaption, TextModel } from '../port.ts'
import { ModelError } from '../port.ts'
import { createFallbackTextModel } from './fallback.ts'
import { BRIEF, createFake, failureOf, outcomeOf, writeWith } from './test-kit.ts'

/** Writes some captions, then fails if scripted to. */
function scripted(
  name: string,
  captions: readonly PlatformCaption[],
  error?: unknown,
): TextModel & { asked: unknown[] } {
  const asked: unknown[] = []
  return {
    name,
    builtIn: false,
    asked,
    async *write({ platforms, postTypes }) {
      asked.push({ platforms, postTypes })
      yield* captions.filter(({ platform }) => platforms.includes(platform))
      if (error) throw error
    },
  }
}

const CAPTIONS: readonly PlatformCaption[] = [
  { platform: 'instagram', caption: 'I' },
  { platform: 'youtube', caption: { title: 'T', description: 'D' } },
  { platform: 'x', caption: 'X' },
]
const [INSTAGRAM] = CAPTIONS

const failing = (failure: ModelFailure, retryAfterSeconds?: number) =>
  new ModelError(failure, `It is ${failure}.`, retryAfterSeconds === undefined ? {} : { retryAfterSeconds })

describe('a list of models', () => {
  it.each(['busy', 'down', 'misconfigured', 'unusable'] as const)(
    'goes on with the next when one is %s',
    async (failure) => {
      const notices: string[] = []
      const model = createFallbackTextModel([scripted('a', [], failing(failure)), scripted('b', CAPTIONS)], {
        onNotice: (notice) => notices.push(notice),
      })
      expect(Object.keys(await writeWith(model))).toEqual(BRIEF.platforms)
      expect(model.writerOf(BRIEF)).toBe('b')
      expect(notices).toEqual([`b takes over: It is ${failure}.`])
    },
  )

  it('takes a refusal for an answer', async () => {
    const second = scripted('b', CAPTIONS)
    const outcome = await outcomeOf(createFallbackTextModel([scripted('a', [], failing('refused')), second]))
    expect(failureOf(outcome).failure).toBe('refused')
    expect(second.asked).toEqual([])
  })

  it('has the next write only what is missing, so that each platform comes once', async () => {
    const first = scripted('a', INSTAGRAM ? [INSTAGRAM] : [], failing('down'))
    const second = scripted('b', CAPTIONS)
    const model = createFallbackTextModel([first, second])
    const { captions } = await outcomeOf(model)
    expect(captions).toEqual(CAPTIONS)
    expect(second.asked).toEqual([{ platforms: ['youtube', 'x'], postTypes: ['youtube-video', 'x-post'] }])
    expect(model.writerOf(BRIEF)).toBe('a, b')
  })

  it('tells who wrote which of two briefs that are written at once', async () => {
    let count = 0
    const first: TextModel = {
      name: 'a',
      builtIn: false,
      async *write() {
        if (count++ > 0) throw failing('down')
        yield* CAPTIONS
      },
    }
    const model = createFallbackTextModel([first, scripted('b', CAPTIONS)])
    const other = { ...BRIEF }
    await Promise.all([writeWith(model, BRIEF), writeWith(model, other)])
    expect([model.writerOf(BRIEF), model.writerOf(other)]).toEqual(['a', 'b'])
    expect(model.name).toBe('a, b')
  })

  it.each([
    [[failing('busy', 300), failing('busy', 20)], { failure: 'busy', retryAfterSeconds: 20 }],
    [[failing('busy', 300), failing('misconfigured')], { failure: 'busy', retryAfterSeconds: 300 }],
    [[failing('busy', 300), failing('down')], { failure: 'down', retryAfterSeconds: undefined }],
    [[failing('misconfigured'), failing('unusable')], { failure: 'unusable', retryAfterSeconds: undefined }],
    [[failing('misconfigured'), failing('refused')], { failure: 'refused', retryAfterSeconds: undefined }],
  ])('that all fail fails as the one that recovers first', async (errors, expected) => {
    const [first, ...others] = errors.map((error, index) => scripted(String(index), [], error))
    if (!first) throw new Error('no model')
    expect(failureOf(await outcomeOf(createFallbackTextModel([first, ...others])))).toEqual(expected)
  })

  it('tells what those who wrote were shown, and not what a model was that wrote nothing', async () => {
    const shownTo = (name: string, places: readonly number[], captions: readonly PlatformCaption[]): TextModel => ({
      name,
      builtIn: false,
      async *write(brief, { onShown }) {
        onShown?.(places)
        yield* captions.filter(({ platform }) => brief.platforms.includes(platform))
        throw failing('down')
      },
    })
    const [instagram, ...others] = CAPTIONS
    const models = [shownTo('a', [0], []), shownTo('b', [1], instagram ? [instagram] : []), shownTo('c', [], others)]
    const [first, ...rest] = models
    if (!first) throw new Error('no model')
    const shown: (readonly number[])[] = []
    await writeWith(createFallbackTextModel([first, ...rest]), BRIEF, { onShown: (places) => shown.push(places) })
    expect(shown).toEqual([[1], []])
  })

  it('does not hide a mistake of ours', async () => {
    const mistake = new TypeError('a mistake')
    const model = createFallbackTextModel([scripted('a', [], mistake), scripted('b', CAPTIONS)])
    expect((await outcomeOf(model)).error).toBe(mistake)
  })

  describe('with one that was down', () => {
    /** Two models that write, the first when it is up; and a clock to move. */
    function createPair() {
      const state = { isUp: false, now: 0 }
      const asked: string[] = []
      const model = (name: string, isUp: () => boolean): TextModel => ({
        name,
        builtIn: false,
        async *write() {
          asked.push(name)
          if (!isUp()) throw failing('down')
          yield* CAPTIONS
        },
      })
      const clock = { now: () => new Date(state.now) }
      const models = [model('a', () => state.isUp), model('b', () => true)] as const
      return { state, fallback: createFallbackTextModel(models, { clock }), askedBy }
      /** Who is asked while something is done. */
      async function askedBy(run: () => Promise<unknown>): Promise<string> {
        asked.length = 0
        await run()
        return asked.join()
      }
    }

    it('asks the others first for a minute, and one brief tries it then', async () => {
      const { state, fallback, askedBy } = createPair()
      const write = () => writeWith(fallback, { ...BRIEF })
      expect(await askedBy(write)).toBe('a,b')
      state.now += 59_999
      expect(await askedBy(write)).toBe('b')
      state.now += 1
      expect(await askedBy(() => Promise.all([write(), write(), write()]))).toBe('a,b,b,b')
      state.now += 60_000
      state.isUp = true
      expect(await askedBy(write)).toBe('a')
      expect(await askedBy(() => Promise.all([write(), write()]))).toBe('a,a')
    })

    it('asks it all the same when no other could write', async () => {
      const state = { isUp: false }
      const first: TextModel = {
        name: 'a',
        builtIn: false,
        async *write() {
          if (!state.isUp) throw failing('down')
          yield* CAPTIONS
        },
      }
      const model = createFallbackTextModel([first, scripted('b', [], failing('busy', 300))], {
        clock: { now: () => new Date(0) },
      })
      expect(failureOf(await outcomeOf(model)).failure).toBe('down')
      state.isUp = true
      const brief = { ...BRIEF }
      await writeWith(model, brief)
      expect(model.writerOf(brief)).toBe('a')
    })

    it.each(['busy', 'misconfigured', 'unusable'] as const)('and not with one that was %s', async (failure) => {
      const first = scripted('a', [], failing(failure))
      const model = createFallbackTextModel([first, scripted('b', CAPTIONS)])
      await writeWith(model)
      await writeWith(model)
      expect(first.asked).toHaveLength(2)
    })
  })

  it('works with real vendors: one hangs, the next writes', async () => {
    const { model: hung, server } = await createFake('openai', behave.hang, { timeoutMs: 3000 })
    const { model: good } = await createFake('anthropic', behave.answer(goodAnswer))
    const model = createFallbackTextModel([hung, good])
    expect(Object.keys(await writeWith(model))).toEqual(BRIEF.platforms)
    expect(model.writerOf(BRIEF)).toBe('anthropic:some-model')
    await writeWith(model)
    expect(server.requests).toHaveLength(1)
  })
})
