import type { Clock } from '#shared/clock.ts'
import { PlatformError } from '../port.ts'
import type { Directive } from './directives.ts'
import { readDirective } from './directives.ts'
import type { ContainerState, NewContainer, SandboxPost, SandboxService } from './service.ts'

const READY: ContainerState = { state: 'ready' }
const VIDEO_SECONDS = 1
const SLOW_SECONDS = 10
const RATE_LIMITED_SECONDS = 2
const BUSY_SECONDS = 3600

/** How many texts it remembers to have asked for patience. */
const MOST_REMEMBERED = 10_000

/**
 * A platform inside this process. It keeps nothing: what it is to do stands in the ids that it gives, so that it goes on in
 * any process, after any restart. A post has its item's id, however often it is published.
 *
 * What a person can fix fails in the first attempt only: a retry succeeds, as it does on a real platform.
 */
export function createInProcessService(clock: Clock): SandboxService {
  const asked = new Set<string>()
  return {
    async createContainer(container, { attempt }) {
      const directive = readDirective(container.text)
      refuse(directive?.name, attempt)
      const resetAt = directive?.seconds === undefined ? '' : clock.now().getTime() + directive.seconds * 1000
      const kind = hasVideo(container) ? 'video' : 'quick'
      return [directive?.name ?? 'plain', kind, container.reference, resetAt].join('.')
    },
    async append() {},
    async finish(containerId) {
      const { directive, kind } = readId(containerId)
      if (directive === 'slow') return { state: 'processing', seconds: SLOW_SECONDS }
      return kind === 'video' ? { state: 'processing', seconds: VIDEO_SECONDS } : READY
    },
    readState: async (containerId, { attempt }) =>
      readId(containerId).directive === 'failed_processing' && attempt === 1 ? { state: 'failed' } : READY,
    async publish(containerId, { attempt }) {
      const { directive, resetAt } = readId(containerId)
      if (directive !== 'quota_reached' && resetAt > clock.now()) throw usedUp(directive, resetAt)
      const losesAnswer = directive === 'lost_answer' || directive === 'unknown'
      if (losesAnswer && attempt === 1) throw new Error('the sandbox lost its answer')
      if (directive === 'busy' && attempt === 1) throw tooMany(BUSY_SECONDS)
      if (directive === 'rate_limited' && !asked.has(containerId)) {
        if (asked.size >= MOST_REMEMBERED) asked.clear()
        asked.add(containerId)
        throw tooMany(RATE_LIMITED_SECONDS)
      }
      return posted(containerId)
    },
    readPublication: async (publicationId) => posted(publicationId),
    async comment(_postId, text, { attempt }) {
      const directive = readDirective(text)
      refuse(directive?.name, attempt)
      if (directive?.name === 'lost_answer' || directive?.name === 'unknown') {
        throw new Error('the sandbox lost its answer')
      }
    },
    search: async (containerId) =>
      // Publishing it again makes the same post: nothing is there twice.
      readId(containerId).directive === 'unknown' ? { state: 'unknown' } : posted(containerId),
  }
}

function hasVideo({ media }: NewContainer): boolean {
  return media.some(({ mimeType }) => mimeType.startsWith('video/'))
}

function refuse(directive: Directive['name'] | undefined, attempt: number): void {
  if (directive === 'refused') {
    const message = 'The sandbox rejects this text, as requested. Change it and try again.'
    throw new PlatformError('never', message, { platformError: '400 refused' })
  }
  if (directive === 'reconnect' && attempt === 1) {
    const message = 'The sandbox requires that the account is reconnected, as requested.'
    throw new PlatformError('reconnect', message, { platformError: '401 token' })
  }
}

function tooMany(retryAfterSeconds: number): PlatformError {
  const message = `The sandbox is overloaded, as requested. Try again in ${retryAfterSeconds} s.`
  return new PlatformError('retry', message, { platformError: '429 rate limit', retryAfterSeconds })
}

function usedUp(directive: string, notBefore: Date): PlatformError {
  const isApp = directive === 'app_limit'
  const message = `The sandbox accepts no more posts of this ${isApp ? 'app' : 'account'} for a while, as requested.`
  const scope = isApp ? 'app' : 'account'
  return new PlatformError('retry', message, { platformError: `429 ${scope} limit`, scope, notBefore })
}

function readId(containerId: string) {
  const [directive = '', kind = '', reference = '', resetAt = ''] = containerId.split('.')
  return { directive, kind, reference, resetAt: new Date(Number(resetAt)) }
}

function posted(containerId: string): { state: 'posted' } & SandboxPost {
  const postId = `sandbox-${readId(containerId).reference}`
  // Nobody answers there: `.invalid` never resolves (RFC 2606).
  return { state: 'posted', postId, url: `https://sandbox.invalid/posts/${postId}` }
}
