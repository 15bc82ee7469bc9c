import fc from 'fast-check'
import twitter from 'twitter-text'
import { describe, expect, it } from 'vitest'
import { measureWeightedLength } from './weighted-length.ts'

const RUNS = 10_000

const PROTOCOLS = ['https://', 'http://', 'HTTPS://', 'ftp://', '//', '']
const LONG = 'a'.repeat(64)
const LABELS = `example a Z9 www t müller über 日本 한국 みんな т x_y _x -a b- a。b xn--p1ai 😀 " \u0001 ${LONG}`.split(
  ' ',
)
const ENDINGS = 'com co CO.UK io museum рф РФ みんな 한국 xn--p1ai vermögensberatung zip notatld c 1'.split(' ')
const TAILS =
  `/ /path /it's /a* /Foo_(bar) /((a)) /(a(b)c) /() /(a /a. /日 /ж /é– /@me/a /%20 /a… :8080 : ?q=1&r=(2) ? ?q=é ?(
  #part /a?b /a.?b /abc1?x! /${LONG}`.split(/\s+/)
const EMOJI = '😀 👍🏽 👨‍👩‍👧‍👦 😀‍😀 🇩🇪 🇩 1️⃣ 1 ☺️ ☺ ☺︎ © ©️ 🧑‍🎄 🥲'.split(' ')
const SPACES_AND_PUNCTUATION = Array.from(' \n\u3000\u00A0。．,!…“—"\'`_-/()@#$＃＠\u202A\uFEFF\u200D\uFE0F')
const LETTERS = Array.from('xéßİıſ\u212Aก日\u0301\u{1D49C}\uD83D!\uDE00')

const link = fc
  .record({
    protocol: fc.constantFrom(...PROTOCOLS),
    labels: fc.array(fc.constantFrom('', ...LABELS), { minLength: 1, maxLength: 3 }),
    ending: fc.constantFrom(...ENDINGS),
    tail: fc.array(fc.constantFrom(...TAILS), { maxLength: 3 }),
  })
  .map(({ protocol, labels, ending, tail }) => `${protocol}${[...labels, ending].join('.')}${tail.join('')}`)
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...EMOJI, ...SPACES_AND_PUNCTUATION, ...LETTERS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
)
const texts = fc
  .array(fc.oneof({ weight: 1, arbitrary: link }, { weight: 2, arbitrary: character }), { maxLength: 8 })
  .map((pieces) => pieces.join(''))

describe("X's length", () => {
  it.each([
    ['nothing', '', 0],
    ['plain text', 'dark mode', 9],
    ['280 plain characters', 'a'.repeat(280), 280],
    ['accents, composed', 'caf\u00E9', 4],
    ['accents, decomposed, as much as composed', 'cafe\u0301', 4],
    ['typographic quotes and dashes', '\u201Cdark\u201D \u2014 mode', 13],
    ['CJK, 2 a character', '日本語', 6],
    ['Hangul, 2 a syllable', '한국', 4],
    ['a handle and a hashtag', '@powerpost #darkmode', 20],
    ['an emoji', '🚀', 2],
    ['a family, one emoji of seven code points', '👨‍👩‍👧‍👦', 2],
    ['emoji that are joined to none', '🚀\u200D🚀', 5],
    ['a flag, one emoji of two code points', '🇩🇪', 2],
    ['half a flag', '🇩', 2],
    ['a skin tone, one emoji of two code points', '👍🏽', 2],
    ['a keycap', '1\uFE0F\u20E3', 2],
    ['a sign that is an emoji by its selector alone', '©\uFE0F and ©', 8],
    ['a sign that its selector makes a letter', '☺\uFE0E', 4],
    ['a long link', `https://powerpost.example.com/${'a'.repeat(200)}`, 23],
    ['a short link', 'https://t.co', 23],
    ['a bare domain', 'powerpost.com', 23],
    ['a bare domain of a country', `${'w'.repeat(265)} at powerpost.io`, 265 + 4 + 23],
    ['a bare domain of a newer ending', 'powerpost.photography', 23],
    ['a bare domain with an umlaut', 'bücher.de', 23],
    ['a file name that is a domain', 'notes.md', 23],
    ['two sentences that are a domain', 'Ready.Now', 23],
    ['a file name that is none', 'node.js', 7],
    ['a version', 'v1.2.3', 6],
    ['an ending that nobody owns', 'powerpost.nosuchending', 22],
    ['a link with an ending that nobody owns', 'https://powerpost.nosuchending/a', 32],
    ['an address of mail', 'me@powerpost.com', 16],
    ['a port', 'powerpost.com:8443/api', 23],
    ['a bare domain with a port and no path', 'powerpost.com:8443', 23 + 5],
    ['a bare domain with a query and no path', 'powerpost.com?a=1', 23 + 4],
    ['brackets in a link', 'https://powerpost.com/Mode_(dark)', 23],
    ['a link in brackets', '(https://powerpost.com/Mode_(dark))', 25],
    ['an apostrophe in a link', "https://powerpost.com/it's/here", 23],
    ['an end of a sentence', 'Read https://powerpost.com/docs.', 5 + 23 + 1],
    ['an asterisk behind a link', 'https://powerpost.com/a*', 24],
    ['an emoji behind a link', 'https://powerpost.com/a🚀', 25],
    ['CJK before a link', '詳細はhttps://powerpost.com', 6 + 23],
    ['CJK behind a link', 'https://powerpost.com/日本', 23 + 4],
    ['CJK before a bare domain', '詳細はpowerpost.com', 6 + 23],
    ['a direction mark in a link', 'https://powerpost.com/\u202Aab', 23 + 4],
    ['another protocol', 'ftp://powerpost.com/a', 21],
    ['no protocol behind slashes', '//powerpost.com', 15],
    ['two dots', 'https://powerpost..com/x', 24],
    ['two links', 'https://a.com https://b.com', 23 + 1 + 23],
  ])('counts %s', (_, text, weight) => {
    expect(measureWeightedLength(text)).toBe(weight)
    expect(twitter.parseTweet(text).weightedLength).toBe(weight)
  })

  it(`is that of twitter-text, for ${RUNS} texts`, { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => measureWeightedLength(text) === twitter.parseTweet(text).weightedLength),
      { numRuns: RUNS },
    )
  })
})
