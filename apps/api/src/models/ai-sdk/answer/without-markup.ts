const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** A text without Markdown and HTML, which no platform renders: what they mark stays. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/^\s*```[\w-]*\s*$\n?/gmu, '')
    .replace(/<br\s*\/?>|<\/p>\s*(?=<p>)/giu, '\n')
    .replace(/<\/?(?:b|i|u|p|em|strong|span|div|h[1-6])(?:\s[^<>]*)?>/giu, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/^#{1,6}[^\S\n]+(?=\S)/gmu, '')
    .replace(/^(?:-{3,}|\*{3,}|_{3,})\s*$\n?/gmu, '')
    .replace(/^(\s*)[*+][^\S\n]+(?=\S)/gmu, '$1• ')
    .replace(/!?\[([^\][\n]+)\]\((https?:\/\/[^\s()]+)\)/gu, (_, said: string, url: string) =>
      url.includes(said) ? url : `${said}: ${url}`,
    )
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^\n*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`\n]+)`/gu, '$1')
}
