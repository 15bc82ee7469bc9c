import { describe, expect, it } from 'vitest'
import { atomsOf } from './atoms.ts'

const SPACE = '\u00a0'
const whole = (text: string, language = 'en') => atomsOf(text, language).map((atom) => atom.text.replaceAll(SPACE, ' '))

describe('a line is not broken', () => {
  it.each([
    ['at a hyphen', 'Our part-time job', 'en', ['part-time']],
    ['between a house number and its street', 'Jazz at 221 Baker Street tonight', 'en', ['221 Baker Street']],
    ['between a street and its number', 'Tag der offenen Tür, Lindenstraße 12', 'de', ['Lindenstraße 12']],
    ['between a French number and its street', 'Rendez-vous au 12 rue Oberkampf', 'fr', ['12 rue Oberkampf']],
    ['within a Russian address', 'Открытие, ул. Ленина, 25', 'ru', ['ул. Ленина, 25']],
    ['within a Hebrew address', 'סדנה ברחוב, רחוב דיזנגוף 99, תל אביב', 'he', ['רחוב דיזנגוף 99,']],
    ['between a number and what it counts', 'It takes 20 minutes', 'en', ['20 minutes']],
    ['between a day and its month', 'On 14 March we open', 'en', ['14 March']],
    ['within a Japanese compound', '秋限定のほうじ茶ラテが新登場', 'ja', ['秋限定の', 'ほうじ茶ラテが', '新登場']],
    ['within a katakana word', 'リモートワーク応援', 'ja', ['リモートワーク']],
    ['within a Japanese date', '10月1日から発売', 'ja', ['10月1日から']],
    ['within a Chinese compound', '桂花拿铁第二杯半价', 'zh-Hans', ['桂花拿铁', '第二杯']],
    ['between a Chinese number and its unit', '满300元包邮', 'zh-Hans', ['满300元']],
    ['within a Thai compound', 'โปรโมชั่นเครื่องดื่มชาเขียวมัทฉะ', 'th', ['โปรโมชั่นเครื่องดื่ม', 'ชาเขียวมัทฉะ']],
  ] as const)('%s', (_, text, language, together) => {
    expect(whole(text, language)).toEqual(expect.arrayContaining([...together]))
  })

  it('at all but the hyphens of a word that is wider than a line', () => {
    expect(atomsOf('customer-facing', 'en', 'loose').map(({ text }) => text)).toEqual(['customer-', 'facing'])
  })

  it('within a year and the word behind it, so that lines have somewhere to end', () => {
    expect(whole('In 2026 gewonnen', 'de')).toContain('2026')
  })
})
