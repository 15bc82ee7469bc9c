import type { PlatformCaption } from '#models/port.ts'
import { findHashtags } from '@powerpost/contract'
import { findLinks } from '#reading/text/find-links.ts'
import type { Written } from './checks.ts'
import { checkWritten } from './checks.ts'
import type { Judgement } from './judge.ts'

const NAMES = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  x: 'X',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
} as const

/** A page to read the captions on as people see them: six phones side by side, a row a brief. */
export function renderPage(all: readonly Written[], judgements: ReadonlyMap<string, Judgement>, title: string): string {
  const rows = all.map((written) => renderBrief(written, judgements.get(written.brief.name)))
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${CSS}</style>
<h1>${escape(title)}</h1>
${rows.join('\n')}
</html>
`
}

function renderBrief(written: Written, judgement: Judgement | undefined): string {
  const { brief, captions, warnings, error } = written
  const failed = checkWritten(written).filter(({ ok }) => !ok)
  const notes = [
    ...warnings.map(({ code, message }) => `${code}: ${message}`),
    ...(error === undefined ? [] : [`error: ${error}`]),
    ...failed.filter(({ platform }) => platform === undefined).map(({ check }) => `not: ${check}`),
  ]
  const phones = captions.map((caption) => {
    const marks = failed.filter(({ platform }) => platform === caption.platform).map(({ check }) => check)
    return renderPhone(caption, marks, judgement?.[caption.platform])
  })
  return `<section><h2>${escape(brief.name)} <small>${escape(brief.kind)}, ${escape(brief.language)}</small></h2>
<blockquote dir="auto">${lines(brief.prompt)}${brief.cta === undefined ? '' : `<br><i>${escape(brief.cta)}</i>`}${
    brief.style === undefined ? '' : `<br><i>Style: ${escape(brief.style)}</i>`
  }${brief.rules === undefined ? '' : `<br><i>${escape(JSON.stringify(brief.rules))}</i>`}</blockquote>
<div class="phones">${phones.join('')}</div>
${notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ul>`}</section>`
}

function renderPhone(written: PlatformCaption, marks: readonly string[], score: number | undefined): string {
  const { platform, caption } = written
  const text = typeof caption === 'string' ? caption : caption.description
  const title = typeof caption === 'string' ? '' : `<h4 dir="auto">${escape(caption.title)}</h4>`
  const picture =
    platform === 'x' || platform === 'linkedin' || platform === 'facebook' ? '' : '<div class="media"></div>'
  const said = `${title}<p dir="auto">${dressed(text, platform)}</p>`
  const content = platform === 'facebook' || platform === 'linkedin' || platform === 'x' ? said : `${picture}${said}`
  return `<article class="${platform}"><header><span class="face"></span><b>copperpot</b><em>${NAMES[platform]}</em></header>
<div class="screen">${content}</div>
<footer>${text.length}${score === undefined ? '' : ` · judged ${score}`}${marks.map((mark) => `<br>✗ ${escape(mark)}`).join('')}</footer></article>`
}

/** Hashtags and links in the colour of links, as apps show them. */
function dressed(text: string, platform: PlatformCaption['platform']): string {
  const tags = findHashtags(text, platform).map(({ tag, start }) => ({ start, end: start + tag.length }))
  const spans = [...tags, ...findLinks(text)].toSorted((a, b) => a.start - b.start)
  let at = 0
  const parts: string[] = []
  for (const { start, end } of spans) {
    if (start < at) continue
    parts.push(lines(text.slice(at, start)), `<a>${escape(text.slice(start, end))}</a>`)
    at = end
  }
  return [...parts, lines(text.slice(at))].join('')
}

function lines(text: string): string {
  return escape(text).replaceAll('\n', '<br>')
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}

const CSS = `body{margin:24px;background:#e9ebee;color:#16181c;font:14px/1.4 system-ui,sans-serif}
section{margin:0 0 40px}h2{font-size:17px;margin:0 0 8px}small{color:#666;font-weight:400}
blockquote{margin:0 0 12px;padding:8px 12px;background:#fff;border-left:3px solid #888;max-width:900px}
.phones{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:12px;align-items:start}
article{background:#fff;border:6px solid #222;border-radius:22px;overflow:hidden}
header{display:flex;gap:6px;align-items:center;padding:8px 10px;border-bottom:1px solid #eee;font-size:12px}
header em{margin-left:auto;color:#888;font-style:normal}.face{width:20px;height:20px;border-radius:50%;background:#b87333}
.screen{height:300px;overflow:auto;padding:10px;overflow-wrap:anywhere}.screen p{margin:0}.screen h4{margin:0 0 6px;font-size:15px}
.media{height:84px;margin:-10px -10px 10px;background:linear-gradient(135deg,#d8c3a5,#8e8d8a)}
.tiktok{background:#111;color:#fff}.tiktok header{border-color:#333}.tiktok .media{background:linear-gradient(135deg,#333,#555)}
a{color:#1d6fd8}.tiktok a{color:#fff;font-weight:700}footer{padding:6px 10px;background:#f4f4f4;color:#666;font-size:11px}
ul{margin:8px 0 0;color:#a3420b;font-size:12px}`
