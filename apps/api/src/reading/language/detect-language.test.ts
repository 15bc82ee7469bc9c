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
    ['uk', 'Нова осіння колекція вже в наших магазинах'],
    ['pl', 'Od dziś nasza kawiarnia jest otwarta także w niedziele'],
    ['sv', 'Vi lanserar mörkt läge i alla våra appar idag'],
    ['da', 'Vores nye kollektion er landet i butikken på Nørrebro'],
    ['no', 'Vi åpner en ny butikk i Bergen på lørdag, og dere er alle invitert'],
    ['tr', 'Yeni mağazamız bu cumartesi açılıyor'],
    ['cs', 'Naše nová podzimní kolekce je v prodejně'],
    ['ro', 'Noua noastră colecție de toamnă este acum în magazine'],
    ['hu', 'Megérkezett az új őszi kollekció az üzletünkbe'],
    ['fi', 'Uusi syyskokoelma on nyt myymälöissä'],
    ['id', 'Koleksi terbaru kami sudah tersedia di Jakarta'],
    ['vi', 'Bộ sưu tập mới đã có mặt tại Hà Nội'],
    ['el', 'Μόλις κυκλοφορήσαμε τη σκοτεινή λειτουργία'],
    ['he', 'השקנו מצב כהה בכל האפליקציות שלנו'],
  ])('is told: %s, %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    'Naša nová jesenná kolekcia je už v predajniach, kde si môžete vybrať',
    'Novi jesenski katalog je stigao u sve naše poslovnice, vidimo se',
    'Meie uus pood avatakse laupäeval Tartus',
    'Беларуская мова жыве, і мы з ёю ў новым доме',
    'Нашата нова колекция ѝ пристигна',
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
