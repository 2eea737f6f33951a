/**
 * Runs the layer rules over a tree and says what breaks them. `node build/layers.ts` prints that for this project;
 * tests/architecture/layers.test.ts runs the same over trees with a planted violation.
 *
 * dependency-cruiser understands TypeScript 7 through swc alone, and through swc it can't read .tsx and doesn't tell
 * `import type` from `import`. Therefore each file is read here (build/syntax.ts) and handed to dependency-cruiser
 * reduced to what it imports: a type becomes `let t: import('…')`, which it reports as `type-import`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import swc from '@swc/core'
import { cruise } from 'dependency-cruiser'
import { layerRules } from './layer-rules.ts'
import { importsOf, parseSource, type ImportKind } from './syntax.ts'

export type LayerViolation = { rule: string; from: string; to: string }
/** `modules` is how many files of ours were read: a run that found none has checked nothing. */
export type LayerReport = { modules: number; violations: LayerViolation[] }

const SOURCES = ['shared', 'electron', 'renderer', 'hq', 'build', 'tests', 'vite.config.ts', 'vitest.config.ts']

/** Cruises the tree under `root`, whose folders lie as this project's do. */
export async function checkLayers(root: string): Promise<LayerReport> {
  const sources = SOURCES.filter((source) => existsSync(join(root, source)))
  const result = await withReducedFiles(() =>
    cruise(
      sources,
      {
        baseDir: root,
        parser: 'swc',
        tsPreCompilationDeps: true,
        validate: true,
        ruleSet: { forbidden: [...layerRules] },
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '^out/' },
        moduleSystems: ['es6', 'cjs'],
        preserveSymlinks: true,
      },
      {
        exportsFields: ['exports'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
        mainFields: ['main', 'types'],
      },
    ),
  )
  if (typeof result.output === 'string') throw new Error(`dependency-cruiser answered with text: ${result.output}`)
  const { modules, summary } = result.output
  return {
    modules: modules.filter((module) => /\.tsx?$/.test(module.source) && !module.source.includes('node_modules'))
      .length,
    violations: summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle?.map((step) => step.name).join(' → ') ?? violation.to,
    })),
  }
}

async function withReducedFiles<T>(work: () => Promise<T> | T): Promise<T> {
  const { parseFileSync } = swc
  const parseReduced = (file: string): swc.Module => {
    const imports = importsOf(parseSource(file, readFileSync(file, 'utf8')))
    return swc.parseSync([...imports].map(statementOf).join('\n'), { syntax: 'typescript', target: 'es2022' })
  }
  Object.assign(swc, { parseFileSync: parseReduced })
  try {
    return await work()
  } finally {
    Object.assign(swc, { parseFileSync })
  }
}

function statementOf([specifier, kind]: [string, ImportKind], index: number): string {
  const quoted = JSON.stringify(specifier)
  if (kind === 'type') return `let t${index}: import(${quoted})`
  return kind === 'dynamic' ? `import(${quoted})` : `import ${quoted}`
}

async function main(): Promise<void> {
  const report = await checkLayers(dirname(dirname(fileURLToPath(import.meta.url))))
  for (const { rule, from, to } of report.violations) {
    const because = layerRules.find(({ name }) => name === rule)?.comment ?? ''
    console.log(`${rule}: ${from} → ${to}  (${because})`)
  }
  console.log(`${report.modules} files, ${report.violations.length} violations`)
  if (report.modules === 0 || report.violations.length > 0) process.exitCode = 1
}

if (import.meta.main) await main()
