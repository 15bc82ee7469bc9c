import type { ImageBrief } from '#image-models/port.ts'

/** Of a caption, in code points: what it is about stands before this. */
const CAPTION_LENGTH = 2000

/** A brief in words for a model that draws. A prompt alone is sent unchanged, but for the colours of a brand. */
export function composePrompt({ prompt, caption, styleImages, brand }: ImageBrief): string {
  const parts = [
    ...(prompt === undefined ? [] : [prompt]),
    ...(caption ? [describeCaption(caption, prompt !== undefined)] : []),
    ...(styleImages.length > 0 ? [describeStyle(styleImages.length)] : describeColours(brand)),
  ]
  return parts.join('\n\n')
}

function describeCaption({ text, title }: NonNullable<ImageBrief['caption']>, hasPrompt: boolean): string {
  const said = [title, [...text].slice(0, CAPTION_LENGTH).join('')].filter(Boolean).join('\n\n')
  const task = hasPrompt
    ? 'The picture goes with the social media post below.'
    : 'Draw a picture that illustrates what the social media post below is about.'
  return `${task} Show no hashtags, no links and none of its sentences as writing in the picture.\n\nThe post:\n${said}`
}

function describeColours({ colours }: NonNullable<ImageBrief['brand']> = { colours: [] }): string[] {
  return colours.length === 0 ? [] : [`Where nothing else is asked for, use the colours ${colours.join(', ')}.`]
}

function describeStyle(count: number): string {
  const images = count === 1 ? 'the attached image' : `the ${count} attached images`
  return `Take up the look of ${images}: its colours, its light, its technique and its mood. Do not copy what it shows.`
}
