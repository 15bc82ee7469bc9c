/** The output of `pnpm licenses list --json`: the packages of each licence. */
export type LicenseList = Readonly<
  Record<string, readonly { readonly name: string; readonly versions: readonly string[] }[]>
>

/** Licences under which a dependency may be used by a project under MIT, unchanged and installed from the registry. */
const ALLOWED = new Set([
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  // Weak copyleft: of these files alone, which we do not change.
  'LGPL-3.0',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  // Fonts.
  'OFL-1.1',
])

/** The packages whose licence is not allowed, each as `name@version: licence`. */
export function findDisallowed(list: LicenseList): string[] {
  return Object.entries(list).flatMap(([license, packages]) =>
    ALLOWED.has(license)
      ? []
      : packages.flatMap(({ name, versions }) => versions.map((version) => `${name}@${version}: ${license}`)),
  )
}

/** A section for each licence, with its packages. */
export function describeLicenses(list: LicenseList): string {
  return Object.entries(list)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([license, packages]) => {
      const lines = packages.map(({ name, versions }) => `  ${name} ${versions.join(', ')}\n`)
      return `${license} (${packages.length})\n${lines.join('')}`
    })
    .join('\n')
}
