import type { ColumnType } from 'kysely'

/** A column that is written once and never again. */
export type Once<T> = ColumnType<T, T, never>
