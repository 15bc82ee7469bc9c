import type { AccountCapabilities, PlatformChoice } from '@powerpost/contract'
import type { PublishableItem, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { TikTokApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import type { Creator } from './wire.ts'
import { creatorSchema } from './wire.ts'

/**
 * What TikTok lets the creator choose just now.
 *
 * @throws PlatformError
 */
export async function askCreator(api: TikTokApi, options: StepOptions): Promise<Creator> {
  return (await api.ask(creatorSchema, { path: PATHS.creatorInfo, json: {} }, options)).data
}

const SWITCHES = ['comment', 'duet', 'stitch'] as const

/** What holds for the account: a switch that the creator's settings turn off can only be false. */
export function toCapabilities(creator: Creator): AccountCapabilities {
  const { max_video_post_duration_sec: seconds, privacy_level_options: levels } = creator
  return {
    ...(seconds !== undefined && { video_seconds: seconds }),
    options: [
      { name: 'privacy_level', allowed: levels },
      ...SWITCHES.filter((name) => creator[`${name}_disabled`]).map((name) => ({
        name: `allow_${name}`,
        allowed: [false],
      })),
    ],
  }
}

const PRIVACY_LABELS: Readonly<Record<string, string>> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
}

/** The same as a list to choose from. */
export function toChoices(creator: Creator): PlatformChoice[] {
  const levels = creator.privacy_level_options.map((value) => {
    return { option: 'privacy_level', value, label: PRIVACY_LABELS[value] ?? value }
  })
  const switches = SWITCHES.flatMap((name) => {
    const off = { option: `allow_${name}`, value: false, label: `No ${name}` }
    return creator[`${name}_disabled`] ? [off] : [{ ...off, value: true, label: `Allow ${name}` }, off]
  })
  return [...levels, ...switches]
}

/**
 * Compares what an item asks for with what the creator allows: settings may have changed since preflight.
 *
 * @returns what TikTok will do otherwise than asked for, as sentences
 * @throws PlatformError `never` for what it would refuse
 */
export function checkCreator(creator: Creator, { options, media }: PublishableItem<'tiktok'>): string[] {
  const { privacy_level_options: levels, max_video_post_duration_sec: longest } = creator
  const { privacy_level: level = '' } = options
  if (levels.length > 0 && !levels.includes(level)) {
    const message = `The account may not choose ${level || 'no'} privacy_level at TikTok: choose one of ${levels.join(', ')}.`
    throw new PlatformError('never', message, { platformError: 'privacy_level_option_mismatch' })
  }
  const seconds = Math.max(0, ...media.map(({ durationSeconds = 0 }) => durationSeconds))
  if (longest !== undefined && seconds > longest) {
    const message = `The account may post videos of at most ${longest} seconds at TikTok. Cut it, and upload the new file.`
    throw new PlatformError('never', message, { platformError: 'duration_check_failed' })
  }
  return SWITCHES.filter((name) => creator[`${name}_disabled`] && options[`allow_${name}`] === true).map(
    (name) => `The account's settings at TikTok do not allow to ${name}: allow_${name} had no effect.`,
  )
}
