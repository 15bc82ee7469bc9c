import { writeFile } from 'node:fs/promises'

// The smallest language model that llama.cpp runs: one layer of a Llama with random weights, in a GGUF file.
// The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.

const EMBEDDING = 32
const FEED_FORWARD = 64
const HEADS = 2
const ALIGNMENT = 32

/** Kinds of values in metadata. */
const KIND = { uint32: 4, float32: 6, string: 8, array: 9, int32: 5 } as const
/** Kinds of tokens. */
const TOKEN = { normal: 1, unknown: 2, control: 3, byte: 6 } as const

interface Token {
  readonly text: string
  readonly type: number
  /** How likely it is, as a logit. */
  readonly bias: number
}

/** What JSON needs is likely, so that a text ends some day; words are letters; other bytes are there, and rare. */
function tokens(): Token[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    type: TOKEN.byte,
    bias: -12,
  }))
  const letters = [...'▁▁abcdefghijklmnopqrstuvwxyz'].map((text) => ({ text, type: TOKEN.normal, bias: 0 }))
  const signs = [...'"{}:,[]'].map((text) => ({ text, type: TOKEN.normal, bias: -1 }))
  const special = ['<unk>', '<s>', '</s>'].map((text, index) => ({
    text,
    type: index === 0 ? TOKEN.unknown : TOKEN.control,
    bias: -12,
  }))
  return [...special, ...bytes, ...unique([...letters, ...signs])]
}

function unique(list: readonly Token[]): Token[] {
  return [...new Map(list.map((token) => [token.text, token])).values()]
}

/** Writes the model, some 120 kB. */
export async function writeTinyModel(path: string, { contextLength = 16_384 } = {}): Promise<void> {
  const vocabulary = tokens()
  const metadata = [
    text('general.architecture', 'llama'),
    text('general.name', 'tiny'),
    count('llama.block_count', 1),
    count('llama.context_length', contextLength),
    count('llama.embedding_length', EMBEDDING),
    count('llama.feed_forward_length', FEED_FORWARD),
    count('llama.attention.head_count', HEADS),
    entry('llama.attention.layer_norm_rms_epsilon', KIND.float32, float32(1e-5)),
    count('llama.rope.dimension_count', EMBEDDING / HEADS),
    count('llama.vocab_size', vocabulary.length),
    text('tokenizer.ggml.model', 'llama'),
    list(
      'tokenizer.ggml.tokens',
      KIND.string,
      vocabulary.map((token) => string(token.text)),
    ),
    list(
      'tokenizer.ggml.scores',
      KIND.float32,
      vocabulary.map(() => float32(0)),
    ),
    list(
      'tokenizer.ggml.token_type',
      KIND.int32,
      vocabulary.map(({ type }) => uint32(type)),
    ),
    count('tokenizer.ggml.bos_token_id', 1),
    count('tokenizer.ggml.eos_token_id', 2),
    count('tokenizer.ggml.unknown_token_id', 0),
  ]
  const tensors = tensorsOf(vocabulary)
  let offset = 0
  const descriptions = tensors.map(({ name, shape, data }) => {
    const at = offset
    offset += data.length
    return Buffer.concat([string(name), uint32(shape.length), ...shape.map(uint64), uint32(0), uint64(at)])
  })
  const header = Buffer.concat([
    Buffer.from('GGUF'),
    uint32(3),
    uint64(tensors.length),
    uint64(metadata.length),
    ...metadata,
    ...descriptions,
  ])
  await writeFile(path, Buffer.concat([aligned(header), ...tensors.map(({ data }) => data)]))
}

interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly data: Buffer
}

/** Small random numbers. The first number of every state is large, and the output adds each token's bias by it. */
function tensorsOf(vocabulary: readonly Token[]): Tensor[] {
  const random = createRandom()
  const tensor = (name: string, shape: readonly number[], value: (index: number) => number): Tensor => {
    const data = Buffer.alloc(shape.reduce((product, size) => product * size) * 4)
    for (let index = 0; index < data.length / 4; index += 1) data.writeFloatLE(value(index), index * 4)
    return { name, shape, data: aligned(data) }
  }
  const matrix = (name: string, shape: readonly number[]) => tensor(name, shape, () => random() / 10)
  const ones = (name: string) => tensor(name, [EMBEDDING], () => 1)
  const isFirst = (index: number) => index % EMBEDDING === 0
  const size = Math.sqrt(EMBEDDING)
  return [
    tensor('token_embd.weight', [EMBEDDING, vocabulary.length], (at) => (isFirst(at) ? 10 : random())),
    ones('output_norm.weight'),
    tensor('output.weight', [EMBEDDING, vocabulary.length], (at) =>
      isFirst(at) ? (vocabulary[at / EMBEDDING]?.bias ?? 0) / size : random(),
    ),
    ones('blk.0.attn_norm.weight'),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name) =>
      matrix(`blk.0.${name}.weight`, [EMBEDDING, EMBEDDING]),
    ),
    ones('blk.0.ffn_norm.weight'),
    matrix('blk.0.ffn_gate.weight', [EMBEDDING, FEED_FORWARD]),
    matrix('blk.0.ffn_up.weight', [EMBEDDING, FEED_FORWARD]),
    matrix('blk.0.ffn_down.weight', [FEED_FORWARD, EMBEDDING]),
  ]
}

/** The same numbers from -0.5 to 0.5 every time. */
function createRandom(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

function aligned(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((ALIGNMENT - (data.length % ALIGNMENT)) % ALIGNMENT)])
}

function entry(key: string, kind: number, value: Buffer): Buffer {
  return Buffer.concat([string(key), uint32(kind), value])
}

function text(key: string, value: string): Buffer {
  return entry(key, KIND.string, string(value))
}

function count(key: string, value: number): Buffer {
  return entry(key, KIND.uint32, uint32(value))
}

function list(key: string, kind: number, values: readonly Buffer[]): Buffer {
  return entry(key, KIND.array, Buffer.concat([uint32(kind), uint64(values.length), ...values]))
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([uint64(bytes.length), bytes])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}
