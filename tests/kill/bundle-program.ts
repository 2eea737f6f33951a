/** A program of these tests as one file of code, as the till's own main is: it starts in a fraction of the time. */
import { join } from 'node:path'
import { build } from 'vite'

export type ProgramName = 'seller' | 'early-seller' | 'serve-life' | 'early-serve-life'

const OUT = join(import.meta.dirname, '..', '..', 'out', 'kills', 'code')

/** Gives the path of the code. Native packages stay where they are. */
export async function bundleProgram(name: ProgramName): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js'] },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  })
  return join(OUT, `${name}.mjs`)
}
