import type { Db, Trx } from '#db/types.ts'
import { findConnection } from '#features/connections/index.ts'
import { measureVoice } from '#models/rules/index.ts'
import type { ModelUsage, StyleReader } from '#models/port.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { startDeadline } from '#shared/deadline.ts'
import type { Logger } from '#shared/logger.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { LearnedWritingStyle, LearnWritingStyleRequest } from '@powerpost/contract'
import { WRITING_STYLE_LIMITS } from '@powerpost/contract'
import type { PostToRead } from './choose-posts.ts'
import { choosePosts, chooseExamples, describeRead } from './choose-posts.ts'
import { toLearnError } from './learn-error.ts'
import { createWritingStyle } from './save-writing-style.ts'

export interface LearnDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  /** Absent: there is no text model to ask. */
  readonly styleReader: StyleReader | undefined
  /** The texts that were published through a connection, the newest first. Posts know of captions, and these of styles. */
  readonly findPostedTexts: (db: Db, connectionId: string, limit: number) => Promise<readonly PostToRead[]>
}

export interface LearnOnce {
  /** The style that the same request made before. */
  readonly find: () => Promise<LearnedWritingStyle | undefined>
  /** Makes a style in a transaction; or returns the one that the same request made before. */
  readonly keep: (make: (trx: Trx) => Promise<LearnedWritingStyle>) => Promise<LearnedWritingStyle>
}

interface LearnOptions {
  readonly principal: WorkspacePrincipal
  readonly request: LearnWritingStyleRequest
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  readonly once: LearnOnce
}

/** How long the model may take. The caller waits meanwhile. */
const LONGEST_MS = 120_000
/** What a sandbox key gets of posts in which nothing can be counted. */
const LIKE_EXAMPLES = 'Write like the examples.'

/**
 * Creates a writing style from posts: how they sound by the text model, what can be counted by code. The model is asked before
 * the transaction, which would hold the database meanwhile; if the process dies in between, nothing was made.
 */
export async function learnWritingStyle(
  dependencies: LearnDependencies,
  { principal, request, signal, once }: LearnOptions,
): Promise<LearnedWritingStyle> {
  const kept = await once.find()
  if (kept) return kept
  const { clock } = dependencies
  const posts = choosePosts(await findPosts(dependencies, principal, request))
  const { model, description } = await describe(dependencies, { principal, posts, signal })
  const counted = measureVoice(posts.map(({ text }) => text))
  const said = [...(description === undefined ? [] : [description]), ...counted].join('\n') || LIKE_EXAMPLES
  const { name = `Learned on ${clock.now().toISOString().slice(0, 10)}`, active } = request
  const style = {
    name,
    instructions: [...said].slice(0, WRITING_STYLE_LIMITS.instructions).join(''),
    ...chooseExamples(posts),
    ...(active !== undefined && { active }),
  }
  return once.keep(async (trx) => ({
    ...(await createWritingStyle(trx, { principal, request: style, clock })),
    model,
    posts_read: posts.map(describeRead),
  }))
}

async function findPosts(
  { db, findPostedTexts }: LearnDependencies,
  principal: WorkspacePrincipal,
  { connection_id: id, texts = [] }: LearnWritingStyleRequest,
): Promise<readonly PostToRead[]> {
  if (id === undefined) return texts.map((text, index) => ({ text, index }))
  const connection = await findConnection(db, principal, id)
  if (!connection) throw invalidField('connection_id', 'is not a connection of this workspace')
  const posted = await findPostedTexts(db, connection.id, WRITING_STYLE_LIMITS.learnedTexts)
  if (posted.length === 0) {
    throw invalidField('connection_id', 'has published no text through this server yet: send texts instead')
  }
  return posted
}

interface DescribeOptions {
  readonly principal: WorkspacePrincipal
  readonly posts: readonly PostToRead[]
  readonly signal: AbortSignal
}

async function describe(
  { styleReader, logger }: LearnDependencies,
  { principal, posts, signal }: DescribeOptions,
): Promise<{ readonly model: string; readonly description?: string }> {
  // No vendor is called in the sandbox.
  if (!principal.livemode) return { model: 'built-in' }
  if (!styleReader) {
    throw new AppError(
      'MODEL_NOT_CONFIGURED',
      'This server has no text model, and only one can learn a voice. The operator must set POWERPOST_TEXT_MODEL.',
    )
  }
  const deadline = startDeadline(signal, LONGEST_MS)
  const onUsage = (usage: ModelUsage) => logger.info({ usage }, 'a text model read posts for their voice')
  try {
    const description = await styleReader.describe(posts, { signal: deadline.signal, onUsage })
    return { model: styleReader.name, description }
  } catch (error) {
    signal.throwIfAborted()
    throw toLearnError(error, deadline.isOver())
  } finally {
    deadline.clear()
  }
}
