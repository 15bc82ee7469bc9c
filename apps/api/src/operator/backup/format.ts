import { z } from 'zod'

/** Of the archives that are written now. A reader refuses any other. */
export const FORMAT = 1

/** The first file of an archive: what it is. */
export const ABOUT_FILE = 'powerpost-backup.json'

/** The last file of an archive: what must be in it. */
export const MANIFEST_FILE = 'manifest.json'

/** Where the parts are, in an archive and in a data directory. */
export const DATABASE_FOLDER = 'postgres'
export const MEDIA_FOLDER = 'media'
/** Small files next to them, in an archive; in a data directory they are at its top. */
export const FILES_FOLDER = 'files'

/** Whether a name is one of those: no folder of the server, and not the lock that its directory is held by. */
export function isSmallFileName(name: string): boolean {
  return /^(?!lock)[a-z0-9][a-z0-9._-]*$/.test(name) && ![DATABASE_FOLDER, MEDIA_FOLDER, 'operator'].includes(name)
}

export const aboutSchema = z.object({
  format: z.literal(FORMAT),
  created_at: z.iso.datetime(),
  /** Of the server that wrote it. */
  server_version: z.string(),
  /** What the schema of its database went through. */
  migrations: z.array(z.string()),
})

export type About = z.output<typeof aboutSchema>

export const manifestSchema = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int().min(0), sha256: z.string().length(64) })),
  /** Rows, by table. */
  counts: z.record(z.string(), z.int().min(0)),
  /** Media that the database has and whose files were gone already. */
  missing_media: z.array(z.string()),
})

export type Manifest = z.output<typeof manifestSchema>

/** What a backup, or its restoring, came to. */
export interface BackupSummary extends Pick<Manifest, 'counts' | 'missing_media'> {
  readonly created_at: string
  readonly server_version: string
  readonly files: number
  /** Of the files, unpacked. */
  readonly bytes: number
}

export function summarize({ created_at, server_version }: About, { files, ...rest }: Manifest): BackupSummary {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return { created_at, server_version, files: files.length, bytes, ...rest }
}
