import { roomOf } from './check-layers.ts'
import type { Finding, Graph } from './graph.ts'
import type { Module } from './parse.ts'
import { BORROWED, OWNERS } from './tables.ts'

const FEATURES = 'apps/api/src/features/'
const TYPES = 'apps/api/src/db/types.ts'
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
  const borrowed = new Set<string>()
  for (const module of graph.modules.values()) {
    const feature = featureOf(module.path)
    if (feature === undefined) continue
    for (const { table, line } of findTables(module)) {
      const owners = OWNERS[table]
      if (owners === undefined || owners.includes(feature)) continue
      if (BORROWED[feature]?.includes(table)) {
        borrowed.add(`${feature} ${table}`)
        continue
      }
      const message = `${feature} may not query the table ${table}. Call a function of ${owners.join(' or ')}, exported by its index.ts. See ${RULES}.`
      findings.push({ path: module.path, line, message })
    }
  }
  return [...findings, ...compareWithDatabase(graph), ...findReturned(borrowed)]
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

function compareWithDatabase({ modules }: Graph): Finding[] {
  const body = /interface Database \{([^}]*)\}/.exec(modules.get(TYPES)?.code ?? '')?.[1] ?? ''
  const tables = [...body.matchAll(/^\s*(\w+):/gm)].map(([, table = '']) => table)
  return [
    ...tables
      .filter((table) => OWNERS[table] === undefined)
      .map((table) => ({
        path: TYPES,
        line: 1,
        message: `No feature owns the table ${table}. Add it to OWNERS in ${RULES}.`,
      })),
    ...Object.keys(OWNERS)
      .filter((table) => !tables.includes(table))
      .map((table) => ({
        path: RULES,
        line: 1,
        message: `There is no table ${table} in ${TYPES}. Delete it from OWNERS.`,
      })),
  ]
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
