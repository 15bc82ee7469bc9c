import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../language/detect-language.ts'
import { readPrompt } from './read-prompt.ts'

describe('a finished text that speaks to readers as one could to a writer', () => {
  it.each([
    'Tag a friend who needs this and share the post!',
    'Write a review on Google and get a free coffee.',
    'Post your photos with #LakeRun and win.',
    'Mention this post at the till for 10% off.',
    "If your box is damaged, keep it, and we'll send another one. Write to care@teahouse.example.",
    'Questions? Call 0117 496 0100.',
    'Tell your friends: the pool opens Saturday.',
    'Please keep dogs on a lead in the park. Thank you!',
    'Send us a message on Instagram to book your slot.',
    'Write us a message for a quote.',
    'Give us a call for a quote. No job too small.',
    'Our story in one line: two sisters, one oven, no plan.',
    'Create your own mug with us every Thursday.',
    'Share your best recipe with us',
    'Celebrate Easter with us: brunch from 10.',
    'Introduce yourself at the bar and get a free shot.',
    'Promote yourself: our career fair is on Tuesday.',
    'Make some noise for our volunteers!',
    'No queue. No app. Just coffee.',
    'Do not park in front of the gate on Friday, the crane needs space.',
    'Dear parents, the bus leaves at 7:20 from Monday. Please be on time.',
    'Thank you to everyone who ran, walked or cheered at the Lakeside 10K.',
    'This post is for everyone who failed their first exam.',
    'Teilt diesen Beitrag mit euren Freunden!',
    'Schreibt uns eine Nachricht, wenn ihr dabei sein wollt.',
    'Wir brauchen eure Hilfe: Am Samstag räumen wir den Bach auf.',
    'Ohne Zucker, ohne Zusätze: unser neuer Apfelsaft.',
    'Danke für jeden Strauß, den ich für euch binden durfte.',
    'Partagez ce post et gagnez deux places.',
    'Sans rendez-vous, du lundi au samedi.',
    'Escríbenos por privado para reservar.',
    'Ask for the daily soup, it is never the same twice.',
    'Give us a call if you need a post hole dug. We do fences, too.',
    'Get your Christmas captions engraved on our glass balls until 10 December.',
    'Post office hours in our shop: Monday to Friday, 9 to 5.',
    'Can you guess how many beans are in this jar? The nearest guess wins a bag of Kenya AA.',
    'I need your help: my cat Miso has been missing since Tuesday, last seen on Elm Road.',
    'Tell us about your first concert and win two tickets for Saturday.',
    'Please note: the car park is closed on Sunday because of the half marathon.',
    'Write your name in the book at the counter. Every tenth name gets a cake.',
    'Make yourself a cup of tea and read the first chapter for free.',
    'Announcing the winners of our photo competition: Ana, Ben and Choi.',
    'A story about two sisters, one oven and no plan. Our first cookbook is out today.',
    'Looking for a new flat? Our viewing day is on 3 May.',
    'Introducing Wren, the lamp that needs no socket.',
    'A big thank you to our sponsors, without whom the pitch would still be a car park.',
    'Share a photo of your garden with #BackyardBees and we will send you a packet of seeds.',
    'Invite a friend to class this week and you both train for free.',
    'Remind me again why we left the city? Oh right. This view.',
    "Don't use the lift on Thursday, it is being serviced.",
    'Welcome to the team, Priya! She joins us from Leeds and brings her own mug.',
    'Say hello to the new flat white. Same beans, half the milk.',
    'Happy birthday to our oldest customer, Edith, who is 101 today.',
    'We are looking for a writer with a sense of humour. 20 hours a week, remote, captions and newsletters, apply at jobs@inkwell.example.',
    "It's for the birds: our new feeder station at the lake opens on Sunday.",
    "Let everyone in. That was my grandmother's only rule for dinner.",
    'Promote your band on our stage: open mic every first Friday.',
    'Highlight of the week: the kiln finally reached 1,280 degrees.',
    'Ein Wort an alle, die gestern im Regen gewartet haben: Danke.',
    'Kannst du pfeifen? Unser Kinderchor sucht Stimmen, dienstags um 16 Uhr.',
    'Bitte bringt am Samstag eigene Handschuhe mit.',
    'Wir möchten uns bei allen bedanken, die gespendet haben.',
    'Wir brauchen einen neuen Namen für unser Schaf. Vorschläge bitte an der Kasse.',
    'Sag uns, welches Eis im Juni zurückkommen soll.',
    'Faites du bruit pour nos bénévoles !',
    'On cherche une voix pour notre chorale, mercredi 19 h.',
    'Merci de ne pas nourrir les canards.',
    'Necesitamos tu ayuda: faltan 200 euros para el nuevo columpio.',
    'Busco a quien perdió una bufanda roja en la cafetería.',
    'Cuéntanos cuál fue tu primer libro.',
    'Precisamos de voluntários para a horta, sábado às 9.',
    'Cerchiamo una voce per il coro, mercoledì alle 19.',
    'Schrijf je in voor de cursus keramiek, start 4 maart.',
    'We zoeken vrijwilligers voor het festival op 12 juli.',
    'Yarın hava güzel, biz de bahçedeyiz.',
    'Напишите нам, какой торт вы хотите в субботу.',
  ])('stays as it is: %s', (prompt) => {
    expect(readPrompt(prompt, detectLanguage(prompt)).said).toBe(prompt)
  })

  it.each([
    ['Doors open at 7 [insert link]', 'Doors open at 7'],
    ['TODO: price. Our winter coats are in.', 'Our winter coats are in.'],
    ['Our album is out. (check with Anna if the title is final)', 'Our album is out.'],
  ])('loses what its author left for later: %s', (prompt, said) => {
    const reading = readPrompt(prompt, detectLanguage(prompt))
    expect(reading.said).toBe(said)
    expect(reading.unsure).toHaveLength(1)
  })

  it('loses an accusation of others where something else is left, and names it', () => {
    const accusation = 'Our competitor Brewhaus poisons people.'
    const reading = readPrompt(`${accusation} Our IPA is brewed in Ghent.`, 'en')
    expect(reading.said).toBe('Our IPA is brewed in Ghent.')
    expect(reading.accusations).toEqual([accusation])
    expect(readPrompt(accusation, 'en')).toMatchObject({ said: accusation, accusations: [accusation] })
  })
})
