import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

describe('the language of a text', () => {
  it.each([
    ['en', 'We just shipped dark mode across all our apps'],
    ['en', 'Grand opening Saturday'],
    ['en', 'We reached 10,000 customers in 14 countries'],
    ['es', 'Hoy lanzamos el modo oscuro en todas nuestras aplicaciones'],
    ['de', 'Ab sofort gibt es den Dunkelmodus in allen unseren Apps'],
    ['fr', 'Nous lançons notre nouvelle collection de bijoux'],
    ['pt', 'Qual é o seu café favorito para começar a semana?'],
    ['it', 'Presentiamo la nuova carta dei vini della Toscana'],
    ['ja', '全アプリにダークモードを追加しました。'],
    ['zh', '我们刚刚在所有应用中推出了深色模式'],
    ['ko', '모든 앱에 다크 모드를 출시했습니다'],
    ['th', 'เราเพิ่งเปิดตัวโหมดมืด'],
    ['ar', 'أطلقنا اليوم الوضع الداكن'],
    ['hi', 'हमने डार्क मोड लॉन्च किया है'],
    ['ru', 'Новая осенняя коллекция уже в магазинах'],
  ])('is told: %s, %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    'Od dziś nasza kawiarnia jest otwarta także w niedziele',
    'Vi lanserar mörkt läge i alla våra appar idag',
    'Yeni mağazamız bu cumartesi açılıyor',
    'Koleksi terbaru kami sudah tersedia di Jakarta',
    'Bộ sưu tập mới đã có mặt tại Hà Nội',
    'فروشگاه جدید ما باز شد و گرم است',
    'Hola a todos. Hello everyone. Estamos here in the ciudad para you',
    'Lorem ipsum dolor sit amet',
    'Xyzzy',
    '🎉🎉🎉',
    'https://example.com/we-are-the-best',
  ])('is unknown when in doubt: %s', (text) => {
    expect(detectLanguage(text)).toBe('unknown')
  })
})
