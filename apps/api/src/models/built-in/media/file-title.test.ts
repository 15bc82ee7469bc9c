import { describe, expect, it } from 'vitest'
import { titleOfFiles } from './file-title.ts'

const titleOf = (...names: string[]) =>
  titleOfFiles(names.map((fileName) => ({ kind: 'image', fileName, width: 1, height: 1, colours: [] })))

describe('what a file is called', () => {
  it.each([
    ['golden-gate-sunset.jpg', 'Golden gate sunset'],
    ['GoldenGateSunset_final_v2.jpeg', 'Golden Gate Sunset'],
    ['Team Offsite Lisbon 2026 (3).png', 'Team Offsite Lisbon 2026'],
    ['weihnachtsmarkt-köln.webp', 'Weihnachtsmarkt köln'],
    ['C:\\photos\\harbor_at_night-1920x1080.jpg', 'Harbor at night'],
    ['夕焼け.jpg', '夕焼け'],
  ])('is a title where a person gave the name: %s', (name, title) => {
    expect(titleOf(name)).toBe(title)
  })

  it.each([
    'IMG_1234.jpg',
    'DSC0001.JPG',
    'DSCF0042.jpg',
    'PXL_20260412_081500.jpg',
    'Screenshot 2026-11-22 at 10.12.13.png',
    'WhatsApp Image 2026-11-22 at 10.12.13.jpeg',
    'WhatsApp Video 2026-11-22.mp4',
    '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b.png',
    'd41d8cd98f00b204e9800998ecf8427e.jpg',
    'image (3).png',
    'image.png',
    'untitled.mov',
    'MVI_0042.MOV',
    'GX010042.MP4',
    '20260412_081500.jpg',
    'FB_IMG_1700000000.jpg',
    'received_1234567890.jpeg',
    'xkcdq.png',
    'a.jpg',
    '',
  ])('means nothing where a device gave it: %s', (name) => {
    expect(titleOf(name)).toBeUndefined()
  })

  it('is said once for a series', () => {
    expect(titleOf('team-offsite-01.jpg', 'team-offsite-02.jpg')).toBe('Team offsite')
  })
})
