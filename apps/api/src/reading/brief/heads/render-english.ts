import { capitalizeFirst } from '../../text/casing.ts'
import { wishOfDay } from '../turn-subject.ts'
import { explain, withoutExplaining } from './explain.ts'
import { toQuestion, toYou, withoutAudience } from './to-readers.ts'
import { isFinite, splitRunOns, toStatement } from './finite-english.ts'
import type { Head } from './read-head.ts'
import type { Relation } from './lexicon.ts'

/** What a caption says in place of an order. */
export interface Rendered {
  readonly text: string
  readonly isStatement: boolean
  /** What the order asks for and the words do not hold: only a writer who knows could add it. */
  readonly isBeyond?: boolean
}

type Render = (content: string, head: Head) => Rendered

const said = (text: string): Rendered => ({ text: splitRunOns(text), isStatement: true })
const subject = (text: string): Rendered => ({ text, isStatement: false })

/** What a caption is for is seen next to it. */
const PICTURED =
  /^(?:an? |the |this |my |our |some |these )?(?:(?:short|new|nice|funny|cute|old|before ?(?:\/|and|&) ?after|recent|black and white|group|carousel of|series of|set of|couple of) ){0,3}(?:photos?|pictures?|pics?|videos?|vids?|clips?|reels?|shots?|images?|selfies?)(?: i took)? (?:of|showing) (?=\S)/iu

/** `Post for hairdresser: ...` says for whom, then what. */
const FOR_WHOM = /^(?:an? |the )?\p{Ll}+(?: \p{Ll}+){0,2}:\s+(?=.{20,})/u

/** What stands behind `that` is a sentence, whatever its verb. */
function stated(content: string, lead: string): Rendered {
  const rendered = plain(content)
  return rendered.isStatement || !/\bthat$/iu.test(lead.trim()) ? rendered : said(rendered.text)
}

function plain(content: string): Rendered {
  const [, one, other] = /^(.+?),? and that (\p{L}+ \p{L}+.*)$/iu.exec(content) ?? []
  if (one !== undefined && other !== undefined && !isFinite(one)) return said(`${one}. ${capitalizeFirst(other)}`)
  const wish = wishOfDay(content)
  if (wish !== undefined) return said(wish)
  const pictured = content.replace(PICTURED, '')
  if (pictured !== content) return said(pictured)
  const message = content
    .replace(/^were (?=\p{L}+ing\b)/iu, "we're ")
    .replace(/^im (?=\p{L}+ing\b)/iu, "I'm ")
    .replace(/,? and that (?=\p{L}+ \p{L}+)/giu, ', and ')
    .replace(/^(?:the (?:fact|news) )?that\s+/iu, '')
    .replace(/^(?:how great|how much) (?=\p{L}+ \p{L}+ (?:is|are)\b)/iu, '')
  const statement = toStatement(message)
  if (statement !== undefined) return said(statement)
  return message !== content && isFinite(message) ? said(message) : subject(message)
}

/** Splits what an order is about from what is said behind it. */
function parted(content: string): readonly [first: string, rest: string] {
  const whole = splitRunOns(content)
  const at = whole.search(/(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof|No|Co))\. (?=\p{Lu})/u)
  return at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at)]
}

function framed(lead: string, content: string, sign = ''): Rendered {
  const [first, rest] = parted(content)
  return {
    text: `${lead}${first}${rest === '' ? sign : `${sign || ''}${sign ? rest.slice(1) : rest}`}`,
    isStatement: true,
  }
}

/** Readers hear something, or what to do. */
const tell: Render = (content) => {
  const open = withoutAudience(content)
  const message = open.replace(/^know\b\s*/iu, '')
  if (message !== open && !/^(?:about|of|on|that)\b/iu.test(message)) return said(message)
  if (/^to\s/iu.test(message)) return said(toYou(message.replace(/^to\s+/iu, '')))
  return plain(message.replace(/^(?:about|of|on|that|know that)\s+/iu, ''))
}

const remind: Render = (content) => {
  const message = withoutAudience(content)
  const asked = /^(?:to|not to)\s/iu.test(message)
    ? toYou(message.replace(/^to\s+/iu, '').replace(/^not to\s+/iu, 'please don’t '))
    : message.replace(/^(?:about|of|that|for)\s+/iu, '')
  return said(`A reminder: ${asked}`)
}

const warn: Render = (content) => {
  const message = withoutAudience(content)
  const [, against] = /^(?:about|of|against|for)\s+(.+)$/iu.exec(message) ?? []
  if (against !== undefined) return framed('Please watch out for ', against)
  if (/^(?:to|not to)\s/iu.test(message))
    return said(toYou(message.replace(/^to\s+/iu, 'please ').replace(/^not to\s+/iu, 'please don’t ')))
  return said(message.replace(/^that\s+/iu, ''))
}

const invite: Render = (content) => {
  const message = withoutAudience(content)
  const [, does] = /^to\s+(.+)$/iu.exec(message) ?? []
  if (does === undefined) return plain(message.replace(/^for\s+/iu, ''))
  if (/^(?:our|my|the|a|an|this)\b/iu.test(does)) return framed('You’re invited to ', does)
  return said(
    /^join[.!]?$/iu.test(does) ? 'Join us' : toYou(does.replace(/^join(?= (?:in|on|at|for|this|next)\b)/iu, 'join us')),
  )
}

const ask: Render = (content) => {
  const asked = withoutAudience(content)
  const [, does] = /^to\s+(.+)$/iu.exec(asked) ?? []
  if (does !== undefined) return said(`Please ${toYou(does)}`)
  const question = toQuestion(asked)
  return question === undefined
    ? plain(asked.replace(/^(?:for|about)\s+/iu, ''))
    : { text: question, isStatement: true }
}

const RENDERS: Readonly<Partial<Record<Relation, Render>>> = {
  about: (content, { lead }) =>
    plain(/\bfor$/iu.test(lead.trim()) && !/^(?:our|my)\b/iu.test(content) ? content.replace(FOR_WHOM, '') : content),
  that: (content, { lead }) => stated(content, lead),
  announce: (content, { lead }) =>
    stated(content.replace(/^to (?:everyone|people|the world|our \p{L}+) (?:that )?/iu, ''), lead),
  promote: (content) => plain(content),
  tease: (content) => {
    const rendered = plain(content.replace(/^(?:that|about|for)\s+/iu, ''))
    return rendered.isStatement ? rendered : framed('Coming up: ', rendered.text)
  },
  thank: (content) =>
    framed(
      /^(?:you|u)\b/iu.test(content) ? 'Thank ' : 'Thank you to ',
      content.replace(/^(?:to|for(?= (?:our|my|the)\b))\s+/iu, ''),
    ),
  sorry: (content) =>
    /^to (?:everyone|everybody|all|those|anyone|the \p{L}+|our \p{L}+)(?: of you)? (?:who|whose)\b/iu.test(content)
      ? framed('Sorry to ', content.replace(/^to\s+/iu, ''))
      : /^(?:that|because)\s/iu.test(content)
        ? framed('We’re sorry that ', content.replace(/^(?:that|because)\s+/iu, ''))
        : /^(?:we|our|i|it|the .+ (?:was|were|is|are))\b/iu.test(content) && isFinite(content)
          ? framed('We’re sorry: ', content)
          : framed(
              'We’re sorry for ',
              withoutAudience(content.replace(/^to (?=\p{L}+)/iu, '')).replace(/^(?:for|about)\s+/iu, ''),
            ),
  excite: (content) =>
    plain(
      withoutAudience(content).replace(
        /^(?:excited (?:about|for)|curious about|aware (?:of|that)|hungry for|want to (?:visit|come to|try|see|join|book|buy|taste))\s+/iu,
        '',
      ),
    ),
  warn,
  remind,
  tell,
  invite,
  ask,
  sothat: (content) =>
    said(
      toYou(
        withoutAudience(content)
          .replace(/^(?:they|people|ppl)\s+/iu, '')
          .replace(/^(?:can|will|to)\s+/iu, ''),
      ),
    ),
  welcome: (content) => framed('A warm welcome to ', content),
  congratulate: (content) => framed('Congratulations to ', content.replace(/^to\s+/iu, ''), '!'),
  wish: (content) => {
    const { who = '', what = '' } =
      /^(?<who>.+?) (?<what>(?:(?:an?|all the|the) )?(?:very )?(?:happy|merry|good|great|nice|lovely|speedy|quick|safe|blessed|peaceful|wonderful|best|luck)\b.*)$/iu.exec(
        content,
      )?.groups ?? {}
    const wished = toYou(what || withoutAudience(content))
      .replace(/^(?:an?|all the) (?!best)/iu, '')
      .replace(/^luck\b/iu, 'good luck')
    const isToAll = what === '' || /^(?:him|her|them|you)$/iu.test(who) || withoutAudience(who) === ''
    return { text: `${capitalizeFirst(wished)}${isToAll ? '' : ` to ${who}`}!`, isStatement: true }
  },
  say: (content) => ({ text: `${capitalizeFirst(content)}!`, isStatement: true }),
  celebrate: (content) => {
    const rendered = plain(content)
    return rendered.isStatement ? rendered : framed('Celebrating ', rendered.text)
  },
  explain: (content) => explain(content) ?? plain(withoutExplaining(content)),
  thanksluck: (content) => said(`Thank you and good luck ${content}`.trim()),
  reply: (content) => framed('About ', content.replace(/^to\s+/iu, '')),
  farewell: (content) => framed('Farewell to ', content.replace(/^(?:to|for)\s+/iu, '').replace(/,? (?=who\b)/u, ', ')),
  birthday: (content) => framed('Happy birthday to ', content.replace(/^(?:to|for)\s+/iu, ''), '!'),
  seek: (content) =>
    isFinite(content) ? said(content) : framed('We’re looking for ', content.replace(/^(?:for|to)\s+/iu, '')),
}

/** What an English order is about, as a caption says it. */
export function renderEnglish(head: Head): Rendered {
  return (RENDERS[head.relation] ?? plain)(head.content, head)
}
