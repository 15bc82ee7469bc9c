/** Prompts as people type them, and languages of smaller vocabularies; see `gallery-samples.ts`. */
export const MORE_PROMPTS: readonly (readonly [name: string, prompt: string])[] = [
  [
    'wishes: tone and audience',
    'Write a professional LinkedIn post about our Series A funding of $12M led by Northpeak Ventures. Tone: professional. Target audience: startup founders. Use 3 emojis. No hashtags.',
  ],
  [
    'wishes: mention, tags by name',
    "Please write a caption for my restaurant's new brunch menu. Mention bottomless mimosas for $20. Make it fun! Use emojis. Include hashtags #brunch #nyc",
  ],
  ['typos', 'writte me a tweet about our new vegan burger its dropping friday'],
  ['request as a question', 'Can you make a caption for my daughters 5th birthday party?'],
  [
    'notice: recall',
    'RECALL: Please stop using our SafeSleep crib (model SS-200). Return it to any store for a full refund. Call 1-800-555-0199.',
  ],
  ['notice: weather', 'Severe thunderstorm warning for Harris County until 9 PM. Stay indoors and away from windows.'],
  ['sad: pet', 'Our dog Biscuit crossed the rainbow bridge yesterday. 14 wonderful years. We miss you buddy.'],
  ['real estate', 'Stunning 3 bed 2 bath home in Maple Heights. $425,000. Open house Sunday 1-4pm. 221 Birch Lane.'],
  [
    'giveaway',
    'Giveaway time! Win a $100 gift card. To enter: follow us, like this post and tag two friends. Ends Sunday.',
  ],
  ['song', 'my new single "Paper Moons" is out now on all platforms'],
  ['colleague', 'Meet Sarah, our new head of customer success. She loves trail running and terrible puns.'],
  [
    'recipe',
    'Easy banana bread: 3 ripe bananas, 2 cups flour, 1 cup sugar, 1 egg. Mash, mix, bake at 180°C for 50 minutes.',
  ],
  ['lower case', 'we did it. 1 million downloads. thank you all'],
  ['Polish, launch', 'Nasza nowa jesienna kolekcja jest już dostępna w sklepach.'],
  ['Swedish', 'Vi lanserar mörkt läge i alla våra appar idag'],
  ['Danish', 'Vores nye kollektion er landet i butikken på Nørrebro'],
  ['Ukrainian', 'Нова осіння колекція вже в наших магазинах'],
  ['Czech', 'Naše nová podzimní kolekce je v prodejně'],
  ['Romanian', 'Noua noastră colecție de toamnă este acum în magazine'],
  ['Hungarian', 'Megérkezett az új őszi kollekció az üzletünkbe'],
  ['Finnish', 'Uusi syyskokoelma on nyt myymälöissä'],
  ['Indonesian', 'Kopi susu baru kami hadir di Bandung mulai hari ini'],
  ['Vietnamese', 'Bộ sưu tập mới đã có mặt tại Hà Nội'],
]
