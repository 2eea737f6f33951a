/**
 * Imported before the till, where it runs from its sources. Node reads a package's manifest anew for each of its files to
 * learn that they are modules, and drizzle-orm's is 180 KB for a hundred files: a second of a slow machine's start.
 */
import * as nodeModule from 'node:module'

const KNOWN = '/node_modules/drizzle-orm/'

/** Absent before Node 22.15; there the start takes longer. */
const { registerHooks } = nodeModule as Partial<Pick<typeof nodeModule, 'registerHooks'>>

registerHooks?.({
  resolve: (specifier, context, nextResolve) => {
    const { parentURL } = context
    if (!specifier.startsWith('.') || parentURL?.includes(KNOWN) !== true) return nextResolve(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
