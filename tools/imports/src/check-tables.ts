import { roomOf } from './check-layers.ts'
import type { Finding, Graph } from './graph.ts'
import type { Module } from './parse.ts'
import { BORROWED, CO_OWNERS } from './tables.ts'

const FEATURES = 'apps/api/src/features/'
const TYPES = 'apps/api/src/db/types.ts'
const INVENTORY = 'apps/api/src/db/inventory.ts'
const RULES = 'tools/imports/src/tables.ts'

/** Kysely's methods that name a table, alone or in a list. */
const NAMED =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|\w+Join|using|from)\(\s*(?:\[[^\]]*|['"]\w+)/g
const NAME = /['"](\w+)/g
const WRITTEN = /\bsql(?:<[^`]*?>)?`[^`]*`/g
const IN_SQL = /\b(?:from|join|update|into)\s+(\w+)/gi

/** Refuses a query of a table by a feature that does not own it, and a table without an owner. */
export function checkTables(graph: Graph): Finding[] {
  const findings: Finding[] = []
  const allOwners = readOwners(graph)
  const borrowed = new Set<string>()
  for (const module of graph.modules.values()) {
    const feature = featureOf(module.path)
    if (feature === undefined) continue
    for (const { table, line } of findTables(module)) {
      const owners = allOwners.get(table)
      if (owners === undefined || owners.includes(feature)) continue
      if (BORROWED[feature]?.includes(table)) {
        borrowed.add(`${feature} ${table}`)
        continue
      }
      const message = `${feature} may not query the table ${table}. Call a function of ${owners.join(' or ')}, exported by its index.ts. See ${RULES}.`
      findings.push({ path: module.path, line, message })
    }
  }
  return [...findings, ...compareWithDatabase(graph, allOwners), ...findReturned(borrowed)]
}

/** The feature whose production code a file belongs to. */
function featureOf(path: string): string | undefined {
  return roomOf(path)?.startsWith(FEATURES) ? path.slice(FEATURES.length).split('/')[0] : undefined
}

function findTables({ code }: Module): { table: string; line: number }[] {
  const find = (places: RegExp, names: RegExp) =>
    [...code.matchAll(places)].flatMap(({ index: start, 0: text }) =>
      [...text.matchAll(names)].map(({ index, 1: table = '' }) => ({ table, index: start + index })),
    )
  const lineAt = (offset: number) => code.slice(0, offset).split('\n').length
  return [...find(NAMED, NAME), ...find(WRITTEN, IN_SQL)].map(({ table, index }) => ({ table, line: lineAt(index) }))
}

/** The features that may query each table: its owner in the inventory first. */
function readOwners({ modules }: Graph): ReadonlyMap<string, readonly string[]> {
  const entries = (modules.get(INVENTORY)?.code ?? '').matchAll(/^\s*(\w+): \{\s*owner: '([\w-]+)'/gm)
  return new Map([...entries].map(([, table = '', owner = '']) => [table, [owner, ...(CO_OWNERS[table] ?? [])]]))
}

function compareWithDatabase({ modules }: Graph, owners: ReadonlyMap<string, unknown>): Finding[] {
  const body = /interface Database \{([^}]*)\}/.exec(modules.get(TYPES)?.code ?? '')?.[1] ?? ''
  const tables = [...body.matchAll(/^\s*(\w+):/gm)].map(([, table = '']) => table)
  return tables
    .filter((table) => !owners.has(table))
    .map((table) => ({ path: TYPES, line: 1, message: `No feature owns the table ${table}. Add it to ${INVENTORY}.` }))
}

function findReturned(borrowed: ReadonlySet<string>): Finding[] {
  return Object.entries(BORROWED).flatMap(([feature, tables]) =>
    tables
      .filter((table) => !borrowed.has(`${feature} ${table}`))
      .map((table) => ({
        path: RULES,
        line: 1,
        message: `${feature} no longer queries the table ${table}. Delete it from BORROWED.`,
      })),
  )
}
