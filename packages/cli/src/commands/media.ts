import type { Media, MediaType } from '@powerpost/client'
import { Argument, Option } from '@commander-js/extra-typings'
import { extname } from 'node:path'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printable, printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { downloadFile } from './download-file.ts'
import type { Program } from './program-type.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'
import { formatTime } from '../output/format-time.ts'
import { addFitCommand } from './fit-media.ts'
import { PartlyUploaded, uploadMedia } from './upload-media.ts'

const MEDIUM = 'the id that `powerpost media list` shows'

/** An import is answered when the file is there, which the server gives ten minutes. */
const IMPORT_TIMEOUT_MS = 15 * 60_000

const TYPES = ['image', 'video', 'document'] as const

/** `powerpost media ...` */
export function addMediaCommands(program: Program, open: OpenSession): void {
  const media = program.command('media').description('The images, videos and documents of a workspace.')
  media.addHelpText('after', examples('media upload launch.jpg', 'media list --type video', 'media download ID'))
  addReadingCommands(media, open)
  addTakingCommands(media, open)
  addFitCommand(media, open)
}

function addReadingCommands(media: Program, open: OpenSession): void {
  media
    .command('list')
    .description('List images, videos and documents, newest first.')
    .addOption(typeOption('only this type'))
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ type, ...part }) => {
      const session = open()
      const client = await session.workspaceClient()
      const taken = await take(
        (page) => client.media.list({ ...(type && { type }), ...page }, { signal: session.signal }),
        part,
      )
      session.print(taken, () => formatList(['id', 'type', 'size', 'pixels', 'name', 'uploaded'], taken, describeRow))
    })

  media
    .command('show')
    .description('Show an image, video or document, with links that anyone can open for a week.')
    .argument('<id>', MEDIUM)
    .action(async (id) => {
      const session = open()
      const medium = await (await session.workspaceClient()).media.get(id, { signal: session.signal })
      session.print(medium, () => describeWhole(medium))
    })

  media
    .command('download')
    .description('Download an image, video or document to a file.')
    .argument('<id>', MEDIUM)
    .option('--to <path>', 'the target path (default: its own name in the current directory)')
    .option('--thumbnail', 'download the thumbnail instead')
    .option('--force', 'overwrite an existing file')
    .addHelpText('after', examples('media download ID --to launch.mp4'))
    .action(async (id, { to, thumbnail = false, force = false }) => {
      const session = open()
      const medium = await (await session.workspaceClient()).media.get(id, { signal: session.signal })
      const { signal } = session
      const written = await downloadFile(medium, { to, thumbnail, force, signal })
      session.print(written, () => printableLine(written.path))
    })
}

function addTakingCommands(media: Program, open: OpenSession): void {
  media
    .command('upload')
    .description('Upload images, videos and documents, and print their ids.')
    .addArgument(new Argument('<files...>', 'JPEG, PNG or WebP; MP4, MOV or WebM; PDF; - reads standard input'))
    .addOption(typeOption('their type (default: by their names)'))
    .action(async (paths, { type }) => {
      const session = open()
      const files = paths.map((path) => ({ path, type: type ?? typeByName(path) }))
      const client = await session.workspaceClient()
      const progress = session.startProgress()
      const print = (uploaded: readonly Media[]) => {
        progress.stop()
        session.print({ data: uploaded }, () => uploaded.map(({ media_id }) => media_id).join('\n'))
      }
      try {
        print(await uploadMedia(client, { files, progress, signal: session.signal, idempotencyKey: undefined }))
      } catch (error) {
        if (error instanceof PartlyUploaded) print(error.uploaded)
        throw error
      } finally {
        progress.stop()
      }
    })

  media
    .command('import')
    .description('Import an image, video or document from a URL, and print its id.')
    .argument('<url>', 'a public HTTPS address')
    .addOption(typeOption('the expected type'))
    .addHelpText('after', examples('media import https://example.com/launch.jpg'))
    .action(async (url, { type }) => {
      const session = open()
      const client = await session.workspaceClient()
      const options = { signal: session.signal, timeout: IMPORT_TIMEOUT_MS }
      const medium = await client.media.fromUrl({ url, ...(type && { type }) }, options)
      session.print(medium, () => medium.media_id)
    })

  media
    .command('delete')
    .description('Delete an image, video or document permanently. Captions written about it are kept.')
    .argument('<id>', MEDIUM)
    .action(async (id) => {
      const session = open()
      const deleted = await (await session.workspaceClient()).media.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

function typeOption(description: string) {
  return new Option('--type <type>', description).choices(TYPES)
}

const TYPE_BY_ENDING: Readonly<Record<string, MediaType>> = {
  '.jpg': 'image',
  '.jpeg': 'image',
  '.png': 'image',
  '.webp': 'image',
  '.heic': 'image',
  '.heif': 'image',
  '.mp4': 'video',
  '.m4v': 'video',
  '.mov': 'video',
  '.webm': 'video',
  '.pdf': 'document',
}

function typeByName(path: string): MediaType {
  const type = TYPE_BY_ENDING[extname(path).toLowerCase()]
  if (type === undefined)
    throw usageError(`The type of "${path}" is unknown.`, 'Add --type image, --type video or --type document.')
  return type
}

function describeRow(medium: Media): string[] {
  const { media_id, type, file_name, created_at } = medium
  return [media_id, type, sizeOf(medium), pixelsOf(medium), file_name, formatTime(created_at)]
}

function describeWhole(medium: Media): string {
  const { media_id, file_name, mime_type, duration_seconds, url, thumbnail_url } = medium
  const duration = duration_seconds === undefined ? [] : [`${duration_seconds} s`]
  const facts = [media_id, file_name, mime_type, sizeOf(medium), pixelsOf(medium), ...duration]
  return [...facts.map(printableLine), url, thumbnail_url].map(printable).join('\n')
}

function sizeOf({ file_size }: Media): string {
  return file_size < 1_000_000 ? `${Math.ceil(file_size / 1000)} kB` : `${(file_size / 1_000_000).toFixed(1)} MB`
}

function pixelsOf({ width, height }: Media): string {
  return `${width}x${height}`
}
