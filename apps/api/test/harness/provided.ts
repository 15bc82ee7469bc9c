/** Which database the tests of a project run on, and where its migrated template is. */
export type ProvidedDatabase =
  | { readonly kind: 'embedded'; readonly template: string }
  | { readonly kind: 'postgres'; readonly adminUrl: string; readonly template: string }

declare module 'vitest' {
  interface ProvidedContext {
    readonly database: ProvidedDatabase
  }
}
