import { expect, it } from 'vitest'
import { rulesOfControls } from './rules-of-controls.ts'

it.each([
  ['de', 'de'],
  ['pt-BR', 'pt'],
  ['zh-Hant-TW', 'zh'],
  ['EN-gb', 'en'],
  ['nb', 'no'],
  ['nn-NO', 'no'],
  ['iw', 'he'],
  ['xx-notatag123', 'xx'],
])('the language %s is checked as %s, and the writer gets all of it', (tag, language) => {
  expect(rulesOfControls({ language: tag }, null)).toEqual({ language, languageTag: tag })
})
