import { describe, expect, it } from 'vitest'
import type { Behaviour, ReadRequest } from '../../../test/fake-models/index.ts'
import { behave, goodAnswer, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from '../../../test/fake-models/index.ts'
import { VENDOR_NAMES } from './spec.ts'
import { BRIEF, createFake, failureOf, GOOD, outcomeOf, writeWith } from './test-kit.ts'

const json = JSON.stringify(GOOD)

describe.each(VENDOR_NAMES)('with %s,', (vendor) => {
  it.each([
    ['plain JSON', json],
    ['JSON with blanks', JSON.stringify(GOOD, undefined, 2)],
    ['fenced JSON', `\`\`\`json\n${json}\n\`\`\``],
    ['prose around it', `Sure! Here are {three} captions:\n\n${json}\n\nShall I write more?`],
    ['a thought aloud with a draft', `<think>Maybe {"instagram": "a draft"}?</think>\n${json}`],
    ['an object around it', `{"captions": ${json}}`],
    [
      'an object for each platform',
      Object.entries(GOOD)
        .map((entry) => JSON.stringify(Object.fromEntries([entry])))
        .join('\n'),
    ],
    ['trailing commas', json.replace('"}', '",}').replace(/\}$/u, ',}')],
    ['raw line breaks', json.replaceAll(String.raw`\n`, '\n')],
    ['keys in capitals', json.replace('"instagram"', '"Instagram"').replace('"x"', '"X"')],
    [
      'captions in objects of their own',
      JSON.stringify({
        ...GOOD,
        instagram: { caption: 'Dark mode is here.', hashtags: ['DarkMode'] },
        x: { text: GOOD.x },
      }),
    ],
    ['no end, and nothing missing', json.slice(0, -1)],
  ])('%s is read in one call', async (_, text) => {
    const { model, server } = await createFake(vendor, behave.answer(text))
    expect(await writeWith(model)).toEqual(GOOD)
    expect(server.requests).toHaveLength(1)
  })

  it('an answer that breaks off behind the last caption is whole', async () => {
    const { model } = await createFake(vendor, behave.answerAndHang(json), { timeoutMs: 3000 })
    expect(await writeWith(model)).toEqual(GOOD)
  })

  it('the first caption is handed on while the others are still written', async () => {
    const { model } = await createFake(vendor, behave.answerAndHang('{"instagram": "First.", "x": "Sec'))
    const captions = model.write(BRIEF, { signal: new AbortController().signal })[Symbol.asyncIterator]()
    expect((await captions.next()).value).toEqual({ platform: 'instagram', caption: 'First.' })
    await captions.return?.()
  })

  it('what each call cost is reported, the repair too', async () => {
    let time = 0
    const clock = { now: () => new Date((time += 250)) }
    const { model } = await createFake(vendor, behave.inTurn(behave.empty, behave.answer(goodAnswer)), { clock })
    const { usages } = await outcomeOf(model)
    const usage = { inputTokens: INPUT_TOKENS, outputTokens: OUTPUT_TOKENS, durationMs: 250 }
    expect(usages).toEqual([
      { ...usage, model: expect.toBeOneOf([MODEL_ON_THE_WIRE, 'some-model']) },
      { ...usage, model: expect.toBeOneOf([MODEL_ON_THE_WIRE, 'some-model']) },
    ])
  })

  it('only what is broken is asked for again, with the rule, the limit and the length', async () => {
    const tooLong = `Dark mode ${'is here and '.repeat(30)}done.`
    const { model, server } = await createFake(
      vendor,
      behave.inTurn(behave.captions({ ...GOOD, x: tooLong }), behave.captions({ x: 'Short.' })),
    )
    expect(await writeWith(model)).toEqual({ ...GOOD, x: 'Short.' })
    expect(server.requests).toHaveLength(2)
    const [first, second] = server.requests
    expect(second?.texts.at(-1)).toContain(`- x: The text is ${tooLong.length} characters as X counts them`)
    expect(second?.texts.at(-1)).toContain('at most 280 are allowed')
    expect(second?.texts.at(-1)).not.toContain('- instagram')
    expect(second?.texts.join()).toContain(tooLong)
    expect(second?.texts[0]).toBe(first?.texts[0])
    if (second?.form === 'schema') expect(second.properties).toEqual(['x'])
  })

  it('what is broken after the repair too is cut at a sentence', async () => {
    const tooLong = `Dark mode is here. ${'It is so very dark. '.repeat(30)}`
    const { model, server } = await createFake(vendor, behave.captions({ ...GOOD, x: tooLong }))
    const captions = await writeWith(model)
    expect(captions['x']).toMatch(/^Dark mode is here\. .*so very dark\.$/u)
    expect(String(captions['x']).length).toBeLessThanOrEqual(280)
    expect(server.requests).toHaveLength(2)
  })
})

describe('an answer', () => {
  it('that is cut is asked to be completed, and no more', async () => {
    const cut = '{"instagram": "Dark mode is here.\\n\\n#DarkMode", "youtube": {"title": "Da'
    const rest = behave.captions({ youtube: GOOD.youtube, x: GOOD.x })
    const { model, server } = await createFake('openai', behave.inTurn(behave.answer(cut, 'length'), rest))
    expect(await writeWith(model)).toEqual(GOOD)
    expect(server.requests[1]?.properties).toEqual(['youtube', 'x'])
  })

  it('whose repair fails is fitted when nothing is missing', async () => {
    const { model } = await createFake(
      'openai',
      behave.inTurn(behave.captions({ ...GOOD, x: 'word '.repeat(100) }), behave.status(500)),
    )
    expect(String((await writeWith(model))['x']).length).toBeLessThanOrEqual(280)
  })

  it('whose repair fails while a caption is missing fails as the repair did', async () => {
    const { x: _, ...others } = GOOD
    const wait = { headers: { 'retry-after': '7' } }
    const { model } = await createFake('openai', behave.inTurn(behave.captions(others), behave.status(429, wait)))
    expect(failureOf(await outcomeOf(model))).toEqual({ failure: 'busy', retryAfterSeconds: 7 })
  })

  it('keeps every rule: hashtags, forbidden characters, title, call to action', async () => {
    const ctaText = 'Update now: https://apps.example/dark?a=1&b=2'
    const many = '#a #b #c #d #e #f #g #h'
    const { model } = await createFake(
      'openai',
      behave.captions({
        instagram: `Dark mode. ${ctaText}\n${many}`,
        youtube: { title: `<b>Dark</b> ${'mode '.repeat(40)}`, description: `Light -> dark\n${ctaText}\n${ctaText}` },
        x: 'No call to action.',
      }),
    )
    expect(await writeWith(model, { ...BRIEF, ctaText })).toEqual({
      instagram: `Dark mode.\n\n${ctaText}\n\n#a #b #c #d #e`,
      youtube: {
        title: expect.stringMatching(/^Dark (?:mode ){10,}mode…$/u),
        description: `Light → dark\n\n${ctaText}`,
      },
      x: `No call to action.\n\n${ctaText}`,
    })
  })

  it('of the first entry counts when a platform comes twice', async () => {
    const { model } = await createFake('openai', behave.answer(`{"x": "One.", "x": "Two."} {"x": "Three."}`))
    expect(await writeWith(model, { ...BRIEF, platforms: ['x'], postTypes: ['x-post'] })).toEqual({ x: 'One.' })
  })

  it('that never ends is given up', async () => {
    const { model } = await createFake('openai-compatible', behave.answer(`{"instagram": "${'a'.repeat(300_000)}`))
    expect(failureOf(await outcomeOf(model)).failure).toBe('unusable')
  })
})

/** All at once, as servers without streams answer. */
function plainJson(message: object, finish_reason: string): Behaviour {
  return ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const choices = [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }]
    const usage = { prompt_tokens: INPUT_TOKENS, completion_tokens: OUTPUT_TOKENS }
    response.end(
      JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'm', choices, usage }),
    )
  }
}

describe('a server', () => {
  const refusing = (when: (request: ReadRequest) => boolean, code: number, says: string) =>
    behave.answerUnless(when, behave.status(code, { says }), behave.answer(goodAnswer))
  const pictures = [{ mimeType: 'image/jpeg', bytes: new Uint8Array([255, 216, 255]) } as const]
  const brief = {
    ...BRIEF,
    media: [{ kind: 'image', fileName: 'a.jpg', width: 10, height: 10, colours: [] } as const],
  }

  it.each([
    ['vLLM without a grammar', 400, 'response_format json_schema is not supported', 'schema', 2],
    ['LM Studio', 400, "'response_format.type' must be 'json_schema' or 'text'", 'json', 1],
    ['one that takes plain text only', 422, 'unexpected field', 'any', 3],
  ])('that takes no such form of answer is asked for less: %s', async (_, code, says, refused, calls) => {
    const { model, server } = await createFake(
      'openai-compatible',
      refusing(({ form }) => form === refused || (refused === 'any' && form !== 'prose'), code, says),
    )
    await writeWith(model)
    expect(server.requests).toHaveLength(calls)
    await writeWith(model)
    expect(server.requests).toHaveLength(calls + 1)
  })

  it.each([
    ['Ollama', 400, 'this model is missing data required for image input'],
    ['llama.cpp', 500, 'image input is not supported - hint: you may need to provide the mmproj'],
    ['vLLM', 400, 'some-model is not a multimodal model'],
    ['one that does not say why', 400, 'bad request'],
  ])('that takes no pictures is asked without, and not shown any again: %s', async (_, code, says) => {
    const { model, server, notices } = await createFake(
      'openai-compatible',
      refusing((request) => request.pictures.length > 0, code, says),
    )
    let looks = 0
    const look = async () => {
      looks++
      return pictures
    }
    const shown: (readonly number[])[] = []
    await writeWith(model, brief, { look, onShown: (places) => shown.push(places) })
    expect(shown).toEqual([[]])
    expect(server.requests.at(-1)?.instructions).toContain('You cannot see the files.')
    expect(notices.join()).toContain('takes no pictures')
    const calls = server.requests.length
    await writeWith(model, brief, { look })
    expect(server.requests).toHaveLength(calls + 1)
    expect(looks).toBe(1)
  })

  it.each([
    ['the captions', { content: json }, 'stop'],
    ['a refusal', { content: null, refusal: 'I cannot help.' }, 'stop'],
    ['a filtered answer', { content: '' }, 'content_filter'],
  ])('that ignores "stream" and answers one JSON is understood: %s', async (_, message, finish) => {
    const { model, server } = await createFake('openai-compatible', plainJson(message, finish))
    const outcome = await outcomeOf(model)
    if (message.content === json) {
      expect(outcome.captions.map(({ platform }) => platform)).toEqual(BRIEF.platforms)
      expect(outcome.usages).toMatchObject([{ inputTokens: INPUT_TOKENS, outputTokens: OUTPUT_TOKENS }])
    } else {
      expect(failureOf(outcome).failure).toBe('refused')
    }
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  it.each([
    ['an error', { error: { message: 'CANARY', type: 'server_error', code: 500 } }],
    ['something else', { hello: 'CANARY' }],
    ['nothing', ''],
  ])('that answers one JSON with a good status and %s in it is down', async (_, body) => {
    const { model } = await createFake('openai-compatible', ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(body, undefined, 2))
    })
    expect(failureOf(await outcomeOf(model)).failure).toBe('down')
  })

  it('that refuses whatever it is asked is not remembered for it', async () => {
    const { model, server } = await createFake(
      'openai-compatible',
      behave.inTurn(...[1, 2, 3].map(() => behave.status(400)), behave.answer(goodAnswer)),
    )
    expect(failureOf(await outcomeOf(model)).failure).toBe('misconfigured')
    await writeWith(model)
    expect(server.requests.at(-1)?.form).toBe('schema')
  })
})
