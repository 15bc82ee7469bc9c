/** A sentence or two in every script that is promised, none of them the same. */
export const TEXTS: Readonly<Record<string, string>> = {
  English: "We're opening our second café in Porto. Doors open Saturday at 9am.",
  Vietnamese: 'Quán cà phê thứ hai của chúng tôi sẽ khai trương tại Hà Nội. Mời cả nhà ghé chơi.',
  Turkish: "İkinci kafemizi cumartesi günü İzmir'de açıyoruz. İlk elli kahve bizden.",
  Polish: 'W sobotę otwieramy naszą drugą kawiarnię w Łodzi. Zażółć gęślą jaźń.',
  Russian: 'В субботу мы открываем вторую кофейню в Петербурге. Первые пятьдесят чашек за наш счёт.',
  Greek: 'Ανοίγουμε το δεύτερο καφέ μας στην Αθήνα. Σας περιμένουμε όλους.',
  Arabic: 'نفتتح مقهانا الثاني في الرياض يوم السبت. أول 50 كوب قهوة على حسابنا.',
  Persian: 'کتاب تازهٔ ما «شب‌های تهران» منتشر شد. از فردا در همهٔ کتاب‌فروشی‌ها.',
  Hebrew: 'אנחנו פותחים את בית הקפה השני שלנו בתל אביב (Tel Aviv). 50 הקפה הראשונים עלינו.',
  Hindi: 'हमारी नई दुकान इस शनिवार को खुल रही है। पहले पचास ग्राहकों को मुफ़्त कॉफ़ी मिलेगी।',
  Bengali: 'আমাদের নতুন ক্যাফে শনিবার খুলছে। প্রথম পঞ্চাশ কাপ কফি বিনামূল্যে।',
  Tamil: 'எங்கள் புதிய கடை சனிக்கிழமை திறக்கிறது. அனைவரும் வருக.',
  Thai: 'ร้านกาแฟแห่งที่สองของเราเปิดวันเสาร์นี้ที่เชียงใหม่ กาแฟห้าสิบแก้วแรกฟรีสำหรับทุกคน',
  Khmer: 'ហាងកាហ្វេថ្មីរបស់យើងបើកនៅថ្ងៃសៅរ៍',
  Burmese: 'ကျွန်ုပ်တို့၏ကော်ဖီဆိုင်အသစ်ကို စနေနေ့တွင်ဖွင့်မည်',
  'simplified Chinese': '我们的第二家咖啡馆本周六在上海开业。前五十杯咖啡由我们请客，欢迎大家光临！',
  'traditional Chinese': '我們的第二家咖啡館這個週六在臺北開幕。前五十杯咖啡由我們請客！',
  Japanese: '今週の土曜日、京都に二号店をオープンします。最初の五十杯は無料です。',
  Korean: '이번 토요일 서울에 두 번째 카페를 엽니다. 첫 오십 잔은 무료입니다.',
  'several scripts': 'Größe 咖啡 قهوة קפה кофе 커피 कॉफ़ी กาแฟ καφές. One cup for all.',
}

/** What each layout is made for; the others are good with anything. */
export const MADE_FOR: Readonly<Record<string, string>> = {
  quote: '"The details are not the details. They make the design." - Charles Eames',
  steps:
    'How we roast:\n1. Pick only ripe cherries\n2. Dry them slowly in the sun\n3. Roast in small batches of ten kilos',
  question: 'What is the one habit that changed how you work?',
  emblem: '🚀 Version 2.0 of our editor is live. Faster search and shared folders.',
  figure: 'Get 30% off all running shoes until Sunday. No code needed.',
  compare: 'Before: three days to close the books. After: two hours.',
  still: 'Our founder Ana Reis has died. The shop stays closed on Friday.',
  date: 'Spring market in Ghent on Saturday, 14 March from 10:00. Forty makers and live music.',
}

export const ANYTHING = 'News: we now ship to all of Europe in two days. Orders until noon leave the same day.'
