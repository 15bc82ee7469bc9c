import type { ColumnType } from 'kysely'

/** A column that is set when the row is inserted and never updated. */
export type Immutable<T> = ColumnType<T, T, never>
