import { expect, it } from 'vitest'
import { withLayerTable } from '../src/layer-table.ts'
import { LAYERS } from '../src/rules.ts'

const START = '<!-- layers: written by `pnpm check:imports --write` from tools/imports/src/rules.ts -->'
const END = '<!-- layers: end -->'

it('the table of a document is written from the rules, one row a layer, and differs when one was changed by hand', () => {
  const written = withLayerTable(`Before.\n${START}\n${END}\nAfter.`) ?? ''
  expect(written).toMatch(/^Before\.\n/)
  expect(written).toMatch(/\nAfter\.$/)
  expect(written.match(/^\| `/gm)).toHaveLength(LAYERS.length)
  expect(withLayerTable(written)).toBe(written)
  expect(withLayerTable(written.replace('`outbound`', '`inbound`'))).toBe(written)
  expect(withLayerTable('no place for it')).toBeUndefined()
})
