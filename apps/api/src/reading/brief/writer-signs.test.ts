import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../language/detect-language.ts'
import { readPrompt } from './read-prompt.ts'

const read = (prompt: string) => readPrompt(prompt, detectLanguage(prompt))

describe('what a brief says to its writer', () => {
  it.each([
    [
      "Our bakery reopens Monday at 8. We serve rye bread. don't use the word artisan, but not cringe. -- ok that's the text",
      'Our bakery reopens Monday at 8. We serve rye bread.',
    ],
    [
      'Schreib was über unser Sommerfest am 4. Juli im Park. Bitte nicht so förmlich. Keine Emojis.',
      'Unser Sommerfest am 4. Juli im Park.',
    ],
    [
      'Dass der Bürgermeister kommt, bitte noch nicht verraten. Schreib einen Post über unser Dorffest am Samstag.',
      'Unser Dorffest am Samstag.',
    ],
    [
      'hazme un post sobre la feria del libro en Sevilla, sin emojis. Que no suene cursi.',
      'La feria del libro en Sevilla.',
    ],
    [
      '帮我写一条朋友圈，我们的茶馆周六在杭州开业。不要用感叹号，也别太正式。结尾写欢迎来坐坐。',
      '我们的茶馆周六在杭州开业。',
    ],
    [
      'tolong bikinin caption buat warung kami di Bandung buka jam 7 pagi. Jangan pakai emoji, jangan lebay.',
      'Warung kami di Bandung buka jam 7 pagi.',
    ],
    [
      "Cumartesi günü Ankara'da kitap fuarı var. Emoji kullanma. Samimi bir gönderi yaz.",
      "Cumartesi günü Ankara'da kitap fuarı var.",
    ],
    [
      "Our new album is out on 3 May. It features Bono but DON'T say that. Write an instagram caption.",
      'Our new album is out on 3 May.',
    ],
  ])('is left out: %s', (prompt, said) => {
    expect(read(prompt).said).toBe(said)
  })

  it.each([
    "Don't miss it! No booking needed. Follow us on Instagram.",
    'Sin cita previa. Abrimos el sábado a las 10 en Sevilla.',
    'Use the hashtag #Run24 when you post on Instagram. Do not forget your shoes.',
  ])('is not what a text says to its readers: %s', (prompt) => {
    expect(read(prompt).said).toBe(prompt)
  })
})
