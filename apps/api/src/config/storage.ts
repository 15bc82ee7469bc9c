import { z } from 'zod'

/** Where media are kept. */
export type StorageConfig = { readonly kind: 'disk' } | ({ readonly kind: 's3' } & S3Config)

export interface S3Config {
  readonly bucket: string
  /** What the names of objects begin with, without slashes at its ends; empty: nothing. */
  readonly prefix: string
  readonly region: string
  /** Undefined: Amazon's own. */
  readonly endpoint: string | undefined
  /** Undefined: found as Amazon's tools do. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined
}

/** `s3://BUCKET` or `s3://BUCKET/PREFIX`, by Amazon's rules for buckets, with parts of letters, digits, `-`, `_` and `.`. */
const S3_ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)\/?$/

export const storageVariables = {
  POWERPOST_STORAGE: z.union([z.literal('disk'), z.string().regex(S3_ADDRESS)]).default('disk'),
  POWERPOST_S3_REGION: z.string().min(1).default('us-east-1'),
  POWERPOST_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  POWERPOST_S3_ACCESS_KEY_ID: z.string().optional(),
  POWERPOST_S3_SECRET_ACCESS_KEY: z.string().optional(),
}

type StorageVariables = z.output<z.ZodObject<typeof storageVariables>>

export const STORAGE_HINTS = {
  POWERPOST_STORAGE: 'use disk, or a bucket as s3://my-bucket or s3://my-bucket/a/prefix',
  POWERPOST_S3_ENDPOINT:
    'give the address of the server of S3, e.g. https://minio.example.com, or unset it to use Amazon',
} as const

export function toStorage(variables: StorageVariables): StorageConfig {
  const [, bucket, prefix = ''] = S3_ADDRESS.exec(variables.POWERPOST_STORAGE) ?? []
  if (bucket === undefined) return { kind: 'disk' }
  const { POWERPOST_S3_ACCESS_KEY_ID: accessKeyId, POWERPOST_S3_SECRET_ACCESS_KEY: secretAccessKey } = variables
  const hasCredentials = accessKeyId !== undefined && secretAccessKey !== undefined
  return {
    kind: 's3',
    bucket,
    prefix: prefix.slice(1),
    region: variables.POWERPOST_S3_REGION,
    endpoint: variables.POWERPOST_S3_ENDPOINT,
    credentials: hasCredentials ? { accessKeyId, secretAccessKey } : undefined,
  }
}

/** What is wrong with the settings of the storage together. Undefined: nothing. */
export function findStorageContradiction(
  variables: StorageVariables,
  databaseUrl: string | undefined,
): string | undefined {
  const { POWERPOST_STORAGE, POWERPOST_S3_ENDPOINT, POWERPOST_S3_ACCESS_KEY_ID, POWERPOST_S3_SECRET_ACCESS_KEY } =
    variables
  const given = POWERPOST_S3_ENDPOINT ?? POWERPOST_S3_ACCESS_KEY_ID ?? POWERPOST_S3_SECRET_ACCESS_KEY
  if (POWERPOST_STORAGE === 'disk') {
    return given === undefined
      ? undefined
      : 'A POWERPOST_S3_ setting is set, but media are kept on disk: set POWERPOST_STORAGE to s3://my-bucket.'
  }
  if ((POWERPOST_S3_ACCESS_KEY_ID === undefined) !== (POWERPOST_S3_SECRET_ACCESS_KEY === undefined)) {
    return 'POWERPOST_S3_ACCESS_KEY_ID and POWERPOST_S3_SECRET_ACCESS_KEY must be set together.'
  }
  // A backup of the embedded database contains the media, which it reads from the disk.
  return databaseUrl === undefined
    ? `POWERPOST_STORAGE=${POWERPOST_STORAGE} needs PostgreSQL: set DATABASE_URL.`
    : undefined
}
