/** Which vendors may serve which documented models, and how a setting says so. */
export interface ServedModels<Name extends string, Vendor extends string> {
  readonly names: readonly Name[]
  readonly vendors: readonly Vendor[]
  /** Where a model is reached by default: what `NAME` alone, or a vendor alone, stands for. */
  readonly defaults: Readonly<Record<Name, { readonly vendor: Vendor; readonly model: string }>>
  /** A list to show in messages. */
  readonly example: string
  /** Makes the error that is thrown. Its message is one line that says what to write. */
  readonly fail: (message: string) => Error
}

/** Which vendor's model serves a documented one. */
export interface ServedModel<Name extends string, Vendor extends string> {
  readonly name: Name
  readonly vendor: Vendor
  /** As the vendor names it; may hold slashes. */
  readonly model: string
}

/**
 * Reads a list of models: `gpt-image-1.5=openai:gpt-image-1.5,flux2-flex,google`. A name alone is had where it is had by
 * default, and a vendor alone serves what is had of it by default.
 *
 * @throws what `fail` makes, for a name or vendor that is not known, a missing or a repeated entry
 */
export function parseServedModels<Name extends string, Vendor extends string>(
  text: string,
  table: ServedModels<Name, Vendor>,
): readonly ServedModel<Name, Vendor>[] {
  const served = text.split(',').flatMap((entry) => parseEntry(entry.trim(), table))
  const repeated = served.find(({ name }, index) => served.findIndex((other) => other.name === name) < index)
  if (repeated) throw table.fail(`The model ${repeated.name} is named twice.`)
  return served
}

function parseEntry<Name extends string, Vendor extends string>(
  entry: string,
  table: ServedModels<Name, Vendor>,
): readonly ServedModel<Name, Vendor>[] {
  if (entry === '') throw table.fail(`A model is missing in the list. ${formsOf(table)}.`)
  const equals = entry.indexOf('=')
  if (equals === -1) return expand(entry, table)
  const given = entry.slice(0, equals).trim()
  const name = table.names.find((known) => known === given)
  if (!name) throw unknown(given, 'model', table.names, table)
  return [{ name, ...parseServer(name, entry.slice(equals + 1).trim(), table) }]
}

/** What a name alone, or a vendor alone, stands for. */
function expand<Name extends string, Vendor extends string>(
  entry: string,
  table: ServedModels<Name, Vendor>,
): readonly ServedModel<Name, Vendor>[] {
  const { names, vendors, defaults } = table
  const name = names.find((known) => known === entry)
  if (name) return [{ name, ...defaults[name] }]
  const vendor = vendors.find((known) => known === entry)
  if (!vendor) throw unknown(entry, 'model or vendor', [...names, ...vendors], table)
  const served = names.filter((known) => defaults[known].vendor === vendor)
  if (served.length === 0) {
    throw table.fail(`Nothing is had of ${vendor} by default: name what it serves, as ${names[0]}=${vendor}:MODEL.`)
  }
  return served.map((known) => ({ name: known, ...defaults[known] }))
}

function parseServer<Name extends string, Vendor extends string>(
  name: Name,
  server: string,
  table: ServedModels<Name, Vendor>,
): Omit<ServedModel<Name, Vendor>, 'name'> {
  const { vendors, defaults } = table
  const colon = server.indexOf(':')
  const given = colon === -1 ? server : server.slice(0, colon).trim()
  const vendor = vendors.find((known) => known === given)
  if (!vendor) throw unknown(given, 'vendor', vendors, table)
  const model = colon === -1 ? '' : server.slice(colon + 1).trim()
  if (model === '' && defaults[name].vendor === vendor) return defaults[name]
  if (!/^[\x21-\x7e]{1,200}$/u.test(model)) {
    throw table.fail(`The model name that ${vendor} uses for ${name} is missing: write ${name}=${vendor}:MODEL.`)
  }
  return { vendor, model }
}

function formsOf({ example }: Pick<ServedModels<string, string>, 'example'>): string {
  return `Use NAME=VENDOR:MODEL, NAME or VENDOR with commas between, e.g. ${example}`
}

type Messages = Pick<ServedModels<string, string>, 'example' | 'fail'>

function unknown(given: string, what: string, known: readonly string[], table: Messages): Error {
  // A key pasted into the wrong setting must not be repeated on the screen.
  const shown = /^[a-z0-9. _-]{1,24}$/iu.test(given) && !/^sk-/iu.test(given) ? `"${given}"` : 'That'
  return table.fail(`${shown} is no ${what} PowerPost knows: ${known.join(', ')}. ${formsOf(table)}.`)
}

/**
 * Reads where vendors are reached, if not at their own addresses: `openai=http://localhost:8080/v1,fal=https://proxy.example`.
 *
 * @throws what `fail` makes, for a vendor that is not known, or what is no address
 */
export function parseVendorAddresses<Vendor extends string>(
  text: string,
  table: Messages & { readonly vendors: readonly Vendor[] },
): Readonly<Partial<Record<Vendor, string>>> {
  const addresses: Partial<Record<Vendor, string>> = {}
  for (const entry of text.split(',')) {
    const equals = entry.indexOf('=')
    const given = entry.slice(0, Math.max(equals, 0)).trim()
    const vendor = table.vendors.find((known) => known === given)
    if (!vendor) throw unknown(given, 'vendor', table.vendors, table)
    const url = entry.slice(equals + 1).trim()
    if (!/^https?:\/\/[^/]/u.test(url) || !URL.canParse(url)) {
      throw table.fail(`The address of ${vendor} is none: write ${vendor}=https://HOST/PATH.`)
    }
    addresses[vendor] = url.replace(/\/+$/u, '')
  }
  return addresses
}

/**
 * A vendor's key, without the blanks around it.
 *
 * @throws what `fail` makes, for one that is missing or cannot be a key
 */
export function checkVendorKey(
  key: string | undefined,
  { vendor, variable, fail }: { readonly vendor: string; readonly variable: string; readonly fail: Messages['fail'] },
): string {
  const trimmed = key?.trim()
  if (!trimmed) throw fail(`${vendor} needs a key: set ${variable}.`)
  if (!/^[\x21-\x7e]+$/u.test(trimmed)) {
    throw fail(`The key of ${vendor} contains characters that no key has: check for blanks and quotes.`)
  }
  return trimmed
}
