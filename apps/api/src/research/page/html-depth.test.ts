import { expect, test } from 'vitest'
import { measureDepth } from './html-depth.ts'

test.for([
  ['', 0],
  ['text < more', 0],
  ['<p>a<p>b<p>c', 1],
  ['<ul><li>a<li>b<li><ul><li>c</ul></ul>', 4],
  ['<table><tr><td>a<td>b<tr><td>c</table>', 3],
  ['<p>a<div>b</div>', 1],
  ['<div><b>never closed</div><div><b>again</div>', 2],
  ['<br><img><input><hr>'.repeat(50), 0],
  ['<!-- <div><div> --><div>', 1],
  ['<script>"<div><div><div>"</script><div></div>', 1],
  ['<DIV><Div><dIV a="1" b>', 3],
  ['<svg><path/><path/><path/></svg>', 1],
  ['<div/><div/><div/>', 3],
  ['<div><div', 1],
  ['</div></div><div>', 1],
] as const)('%s nests %i deep', ([html, depth]) => {
  expect(measureDepth(html, 100)).toBe(depth)
})

test.for(['<div>', '<b>', '<body>', '<div/>', '<x-y a="b">', '<li><b>', '<a></b>'])(
  '20,000 of %s are found out without going through them all',
  (tag) => {
    expect(measureDepth(tag.repeat(20_000), 256)).toBe(256)
  },
)
