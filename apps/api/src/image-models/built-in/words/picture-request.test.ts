import { describe, expect, it } from 'vitest'
import { findPictureRequest } from './picture-request.ts'

describe('a request for a picture', () => {
  it.each([
    ['photograph', 'A photo of our barista pouring latte art, natural light'],
    ['photograph', 'Create an image of a team meeting in a bright office'],
    ['photograph', 'Ein Foto von unserem Café bei Nacht'],
    ['photograph', 'une photo de notre boulangerie'],
    ['photograph', '雪山の写真を作って'],
    ['photograph', '一只猫坐在窗台上的照片'],
    ['photograph', '고양이 사진'],
    ['photograph', 'Zdjęcie kota na parapecie'],
    ['photograph', 'Product shot of a red sneaker on white background'],
    ['photograph', 'Mug of beer, bokeh, highly detailed'],
    ['illustration', 'Draw a dragon'],
    ['illustration', 'Нарисуй кота в шляпе'],
    ['illustration', 'minimalist icon of a bicycle'],
    ['logo', 'Design a logo for Copper Pot, a small coffee roastery'],
    ['logo', 'logo for my bakery'],
    ['without words', 'Watercolor illustration of a lighthouse at sunset, no words'],
    ['without words', 'abstract gradient in blue, ohne Text'],
    ['scene', 'Golden retriever puppy running on a beach at sunrise'],
    ['scene', 'A coffee cup on a wooden table in morning light'],
  ] as const)('is known as %s: %s', (request, prompt) => {
    expect(findPictureRequest(prompt)).toBe(request)
  })

  it.each([
    'We just shipped dark mode',
    'Save 40% on all winter coats',
    'Make a poster announcing our summer reading club for kids',
    'Our new logo is here',
    'Send us your photo of the week and win',
    'Photo contest: show us your garden',
    'Photography workshop on Saturday',
    'Drawing for beginners, Tuesdays at 6',
    'Words matter. No words can describe it.',
    'Poster saying "Stay curious" in warm colours',
    '"A cat on a sofa, soft light"',
    'A cup of coffee on us',
    'Yoga on the beach at sunrise, every Sunday',
    'A morning market in the forest',
    'The art of doing nothing',
    'Unser Fotokurs startet am Montag',
    '写真展を開催します',
    '사진전이 열립니다',
    'We draw a winner on Friday',
    'minimal, pastel colours',
    'Winter evenings by the fire',
  ])('is not seen in words that are to be read: %s', (prompt) => {
    expect(findPictureRequest(prompt)).toBeUndefined()
  })
})
