import { expect, test } from 'vitest'
import { chooseHits } from './choose-hits.ts'

const hits = (...urls: string[]) => urls.map((url) => ({ url, title: '', snippet: '' }))

const chosen = (results: ReturnType<typeof hits>[], options: { max?: number; without?: string[] } = {}) =>
  chooseHits(results, { max: 99, maxPerHost: 2, without: [], ...options }).map((hit) => hit.url)

test('the best of each question come first', () => {
  const results = [hits('https://a.com/1', 'https://a.com/2'), [], hits('https://b.com/1', 'https://b.com/2')]
  expect(chosen(results)).toEqual(['https://a.com/1', 'https://b.com/1', 'https://a.com/2', 'https://b.com/2'])
  expect(chosen(results, { max: 3 })).toHaveLength(3)
})

test('one page is chosen once, however it is written', () => {
  const same = [
    'http://www.a.com/x/',
    'https://a.com/x#part',
    'https://A.com/x?utm_source=y&fbclid=z',
    'https://a.com/x',
  ]
  expect(chosen([hits(...same), hits(...same)])).toEqual([same[0]])
  expect(chosen([hits(...same)], { without: ['https://a.com/x'] })).toEqual([])
  expect(chosen([hits('https://a.com/?p=1', 'https://a.com/?p=2')])).toHaveLength(2)
})

test('no site is heard more often than it may be', () => {
  expect(chosen([hits('https://a.com/1', 'https://a.com/2', 'https://www.a.com/3', 'https://b.com/')])).toEqual([
    'https://a.com/1',
    'https://a.com/2',
    'https://b.com/',
  ])
})

test('nothing but web addresses are chosen', () => {
  expect(
    chosen([hits('javascript:alert(1)', 'ftp://a.com/', 'magnet:?x', '/relative', '', 'file:///etc/passwd')]),
  ).toEqual([])
})
