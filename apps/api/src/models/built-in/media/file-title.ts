import type { MediaFacts } from '../../port.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import { cleanText } from '#reading/text/clean-text.ts'

const NAMED_BY_A_DEVICE =
  /^(?:img|image|images|dsc[nf]?|pxl|mvi|mov|vid|gopr|gx|gh|gp|dji|dcim|p|pic|photo|picture|video|clip|movie|file|media|upload|download|scan|untitled|screenshot|screen|shot|recording|capture|snapchat|whatsapp|telegram|signal|received|fb|facebook|instagram|fullsizerender|bildschirmfoto|foto|bild|captura|capture|unnamed|new|project|sequence|render|output|export|final|draft|test|temp|tmp|rpreplay|inshot|canva|design|asset|attachment|document|generated|dalle|midjourney|firefly|unsplash|pexels|pixabay|istock|shutterstock)$/iu
const NAMED_BY_AN_APP =
  /^(?:screen ?shot|screen recording|whatsapp|bildschirmfoto|captura|capture d|snapchat|telegram|signal|received|fb_|pxl|rpreplay|inshot|canva)/iu
const NOISE =
  /^(?:\d+|v\d+|\d+x\d+|\d{3,4}p|[248]k|hd|uhd|fhd|hq|lq|copy|kopie|copia|final|finale|edit|edited|export|exported|web|small|large|medium|thumb|thumbnail|min|crop|cropped|resized|scaled|compressed|optimized|optimised|rotated|draft|e\d+|mp4|mov|jpe?g|png|webp|heic|h264|x264|raw)$/iu
const LOOKS_RANDOM = /\d\p{L}+\d|\p{L}\d+\p{L}|^[0-9a-f]{6,}$/iu
const WITHOUT_VOWEL = /^[b-df-hj-np-tv-xz]+$/iu
const YEAR = /^(?:19|20)\d\d$/u

/** What the files are called, as words, where the names were given by a person and mean something. */
export function titleOfFiles(media: readonly MediaFacts[]): string | undefined {
  const titles = [...new Set(media.map(({ fileName }) => titleOfFile(fileName)).filter((title) => title !== undefined))]
  // Ten different names are a list of files, not a caption.
  return titles.length > 0 && titles.length <= 2 ? titles.join(' · ') : undefined
}

function titleOfFile(fileName: string): string | undefined {
  const stem = cleanText(fileName.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9]{2,5}$/iu, '')).replace(/[<>#@]/gu, ' ')
  if (NAMED_BY_AN_APP.test(stem)) return undefined
  const spaced = stem.replace(/(\p{Ll}{2,})(?=\p{Lu}\p{Ll})/gu, '$1 ').replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
  const words = spaced.split(/[\s_.+~–—-]+/u).filter(Boolean)
  const first = words[0] ?? ''
  if (NAMED_BY_A_DEVICE.test(first.replace(/\d+$/u, '')) && !words.slice(1).some(isTelling)) return undefined
  if (words.some((word) => LOOKS_RANDOM.test(word) && !NOISE.test(word) && word.length > 3)) return undefined
  const kept = words.filter((word, index) =>
    YEAR.test(word) ? index > 0 : !NOISE.test(word) && !(index === 0 && NAMED_BY_A_DEVICE.test(word)),
  )
  while (kept.length > 1 && YEAR.test(kept.at(-1) ?? '') && kept.filter((word) => YEAR.test(word)).length > 1)
    kept.pop()
  if (!kept.some(isTelling) || kept.length > 9) return undefined
  const title = kept.join(' ')
  return capitalizeFirst(/\p{Ll}/u.test(title) || !/\p{Lu}/u.test(title) ? title : title.toLowerCase())
}

function isTelling(word: string): boolean {
  if (NAMED_BY_A_DEVICE.test(word) || NOISE.test(word) || LOOKS_RANDOM.test(word)) return false
  return /[^\p{ASCII}]/u.test(word) ? /\p{L}/u.test(word) : /^[\p{L}'’]{3,}$/u.test(word) && !WITHOUT_VOWEL.test(word)
}
