/** Does not compile unless it is true. */
export type Assert<Truth extends true> = Truth

/** Whether two types have the same fields, deeply, with the same ones optional. Lists may be read-only on one side. */
export type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false

/** Optional fields are marked rather than optional: else a type without one would be as good as one with it. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: [optional: object extends Pick<T, Key> ? true : false, Plain<Exclude<T[Key], undefined>>] }
    : T
