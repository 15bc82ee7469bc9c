import type { MediaFacts } from '#models/port.ts'

/** The known facts of the files, a line each. File names are foreign text: this goes into a block of material. */
export function describeMedia(media: readonly MediaFacts[]): string {
  return media.map((facts, place) => `${place + 1}. ${describe(facts)}`).join('\n')
}

function describe(facts: MediaFacts): string {
  const { kind, fileName, width, height } = facts
  const shape = width === height ? 'square' : width > height ? 'landscape' : 'portrait'
  const known = [`${kind} named ${JSON.stringify(fileName)}`, `${width} x ${height} pixels, ${shape}`]
  if (facts.kind === 'video') known.push(`${Math.round(facts.durationSeconds)} seconds long`)
  else if (facts.colours.length > 0) known.push(`mostly ${facts.colours.join(', ')}`)
  return known.join('; ')
}
