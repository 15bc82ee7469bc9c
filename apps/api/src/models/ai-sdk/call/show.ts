import type { Brief, WriteOptions } from '#models/port.ts'
import { startDeadline } from '#shared/deadline.ts'
import type { FilePart } from 'ai'
import type { Engine } from '../engine.ts'
import type { SeenMedium } from '../instructions/messages.ts'
import type { Demands } from './concessions.ts'

type Looking = Pick<WriteOptions, 'signal' | 'look' | 'openVideo'>

/** Of a video that is shown itself, seconds: each costs some 300 tokens, a longer one's frames a few hundred each. */
const LONGEST_VIDEO = 600

/** Gets a brief's media ready to be shown, as far as is asked for, and each only once. */
export function createShow(engine: Engine, brief: Brief, options: Looking) {
  let videos: Promise<readonly SeenMedium[]> | undefined
  let pictures: Promise<readonly SeenMedium[]> | undefined
  return async (demands: Demands): Promise<readonly SeenMedium[]> => {
    if (!demands.pictures) return []
    videos ??= openVideos(engine, brief, options)
    const shown = demands.video ? await videos : []
    if (shown.length > 0) return shown
    pictures ??= lookAtAll(brief, options)
    return pictures
  }
}

/** A video is the only medium of its brief. */
async function openVideos(engine: Engine, { media }: Brief, options: Looking): Promise<readonly SeenMedium[]> {
  const [first] = media
  if (first?.kind !== 'video' || first.durationSeconds > LONGEST_VIDEO) return []
  const video = await showVideo(engine, options)
  return video === undefined ? [] : [{ place: 0, pictures: [], video }]
}

/** Undefined when it could not be sent: its frames are then all there is to see. */
async function showVideo(
  { adapter, access, errorContext, timeouts, onNotice }: Engine,
  { signal, openVideo }: Looking,
): Promise<FilePart | undefined> {
  const file = adapter.showVideo && (await openVideo?.(0))
  if (!file) return undefined
  const deadline = startDeadline(signal, timeouts.silenceMs)
  try {
    return await adapter.showVideo?.(file, access, deadline.signal)
  } catch {
    signal.throwIfAborted()
    onNotice(`${errorContext.name} could not be sent a video of ${file.size} bytes: its frames are shown.`)
    return undefined
  } finally {
    deadline.clear()
  }
}

async function lookAtAll({ media }: Brief, { look }: Looking): Promise<readonly SeenMedium[]> {
  if (!look) return []
  const seen: SeenMedium[] = []
  // One after the other: each may be a video that is decoded for it.
  for (const place of media.keys()) seen.push({ place, pictures: await look(place) })
  return seen.filter(({ pictures }) => pictures.length > 0)
}
