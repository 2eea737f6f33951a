/**
 * `vite build --app` makes everything that runs: the pages (out/renderer), Electron's main and its worker threads
 * (out/main, CommonJS for Node 18), and the preload script (out/preload). Native modules stay in node_modules.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type BuildEnvironmentOptions, defineConfig, type EnvironmentOptions, type Plugin, type Rolldown } from 'vite'
import { BUILD_PARTS, type BuildPart, markBuilt, sourcesDigest } from './build/freshness.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const at = (...path: string[]): string => join(root, ...path)

const NATIVE = ['electron', 'better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js']

/**
 * With libraries in a chunk of their own the bundler's few lines of runtime get one too. In one with the till they would
 * be fetched from there by the entry, and the whole till would be loaded before the window's first paint.
 */
const LIBRARIES_APART = { groups: [{ name: 'libraries', test: /node_modules/ }] }

/** Replaced with a fresh value in each page that a host hands out (electron/hosts/pages.ts). */
const STYLE_NONCE = '__STYLE_NONCE__'

const scripts = (
  outDir: string,
  input: Record<string, string>,
  names: string,
  codeSplitting: Rolldown.OutputOptions['codeSplitting'] = true,
): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: NATIVE, conditions: ['node', 'module', 'import', 'default'] },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    ...shape,
    outDir: at(outDir),
    target: 'node18',
    emptyOutDir: false,
    rolldownOptions: {
      input,
      platform: 'node',
      external: NATIVE,
      output: {
        format: 'cjs',
        entryFileNames: names,
        chunkFileNames: 'chunks/[name]-[hash].cjs',
        exports: 'auto',
        codeSplitting,
      },
    },
  },
})

const shape: BuildEnvironmentOptions = {
  minify: true,
  sourcemap: false,
  copyPublicDir: false,
  reportCompressedSize: false,
  assetsInlineLimit: 0,
}

function workerScripts(): Record<string, string> {
  const folder = at('electron', 'workers')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : []
  return Object.fromEntries(files.map((name) => [basename(name, '.ts'), join(folder, name)]))
}

/** Writes down which sources a part was made from; the digest is taken before the first of them is read. */
function stamps(): Plugin {
  const digests = new Map<BuildPart, string>()
  const partOf = (name: string): BuildPart | undefined => BUILD_PARTS.find((part) => part === name)
  return {
    name: 'stamps',
    apply: 'build',
    buildStart() {
      const part = partOf(this.environment.name)
      if (part !== undefined) digests.set(part, sourcesDigest(root, part))
    },
    writeBundle() {
      const part = partOf(this.environment.name)
      const digest = part === undefined ? undefined : digests.get(part)
      if (part !== undefined && digest !== undefined) markBuilt(root, part, digest)
    },
  }
}

const workers = workerScripts()

export default defineConfig({
  root: at('renderer'),
  base: '/',
  publicDir: 'public',
  html: { cspNonce: STYLE_NONCE },
  plugins: [react(), stamps()],
  environments: {
    client: {
      build: {
        ...shape,
        copyPublicDir: true,
        outDir: at('out', 'renderer'),
        emptyOutDir: true,
        target: 'chrome114',
        cssTarget: 'chrome114',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: at('renderer', 'index.html') },
      },
    },
    main: scripts('out/main', { main: at('electron', 'main.ts') }, '[name].cjs', LIBRARIES_APART),
    ...(Object.keys(workers).length > 0 ? { workers: scripts('out/main', workers, '[name]-worker.cjs') } : {}),
    preload: scripts('out/preload', { preload: at('electron', 'preload.ts') }, '[name].cjs'),
  },
  builder: {
    async buildApp(builder) {
      rmSync(at('out', 'main'), { recursive: true, force: true })
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment)
      }
    },
  },
})
