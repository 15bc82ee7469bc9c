import { checkLayers } from './check-layers.ts'
import { checkTables } from './check-tables.ts'
import { findCircles } from './find-circles.ts'
import { findDeadExports } from './find-dead-exports.ts'
import { findUnusedDependencies } from './find-unused-dependencies.ts'
import type { Finding } from './graph.ts'
import { readGraph } from './graph.ts'
import type { Tree } from './tree.ts'

/** Everything that is wrong with the imports and the tables of a tree, by file and line. */
export function checkImports(tree: Tree): Finding[] {
  const graph = readGraph(tree)
  const findings = [
    ...checkLayers(graph),
    ...checkTables(graph),
    ...findCircles(graph),
    ...findDeadExports(graph),
    ...findUnusedDependencies(graph),
  ]
  return findings.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}
