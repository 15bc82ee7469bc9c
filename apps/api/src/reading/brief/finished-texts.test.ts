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
