/**
 * The layers, as dependency-cruiser reads them. Each rule has its name because tests/architecture/layers.test.ts
 * plants a violation of every one of them and wants it caught by that name. build/layers.ts runs them.
 *
 *   renderer ──calls──▶ shared/contract ◀──serves── electron/ipc ──▶ electron/features ──▶ electron/{store,devices,sync}
 *                                                                                  └──────▶ shared/domain (pure)
 */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** What build/layers.ts makes of `import type` and `import('…').Type`: an edge that is gone at run time. */
const TYPE_ONLY = 'type-import'

/** A file of one of these packages. */
const npm = (...names: string[]): string => `(^|/)node_modules/(${names.join('|')})/`

export type LayerRule = IRegularForbiddenRuleType & { name: string; comment: string }

const rule = (name: string, comment: string, edge: Pick<IRegularForbiddenRuleType, 'from' | 'to'>): LayerRule => ({
  name,
  comment,
  severity: 'error',
  ...edge,
})

const sharedRules: readonly LayerRule[] = [
  rule('shared-stands-alone', 'shared imports nothing of ours outside shared', {
    from: { path: '^shared/' },
    to: { dependencyTypes: ['local'], pathNot: '^shared/' },
  }),
  rule('shared-without-node', 'shared runs in the browser too', {
    from: { path: '^shared/' },
    to: { dependencyTypes: ['core'] },
  }),
  rule('shared-without-host', 'shared knows neither window nor database', {
    from: { path: '^shared/' },
    to: { path: npm('electron', 'react', 'react-dom', 'antd', 'better-sqlite3', 'drizzle-orm', 'ws') },
  }),
  rule('domain-imports-only-domain', 'the domain is pure: no package, no Node, nothing else of ours', {
    from: { path: '^shared/domain/' },
    to: { pathNot: '^shared/domain/' },
  }),
  rule('contract-imports', 'the contract is made of the domain, zod and @orpc/contract', {
    from: { path: '^shared/contract/' },
    to: { pathNot: ['^shared/(contract|domain)/', npm('zod', '@orpc/contract')] },
  }),
  rule('text-imports-only-types', 'texts are data; only types may come from elsewhere', {
    from: { path: '^shared/text/' },
    to: { pathNot: '^shared/text/', dependencyTypesNot: [TYPE_ONLY] },
  }),
]

const rendererRules: readonly LayerRule[] = [
  rule('renderer-outside-main', 'the renderer reaches main by the contract only', {
    from: { path: '^renderer/' },
    to: { path: '^(electron|hq|migrations|build)/' },
  }),
  rule('renderer-without-node', 'the renderer is sandboxed', {
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  }),
  rule('renderer-domain-types-only', 'the renderer computes no money: of the domain it sees types', {
    from: { path: '^renderer/' },
    to: { path: '^shared/domain/', dependencyTypesNot: [TYPE_ONLY] },
  }),
]

const mainRules: readonly LayerRule[] = [
  rule('feature-not-feature', 'features meet in the store and in the domain, never in each other', {
    from: { path: '^electron/features/([^/]+?)(/|\\.ts$)' },
    to: { path: '^electron/features/', pathNot: '^electron/features/$1(/|\\.ts$)' },
  }),
  rule('feature-not-host', 'a feature knows neither its transport nor its window', {
    from: { path: '^electron/features/' },
    to: {
      path: [
        '^electron/(ipc|hosts|workers)/',
        '^electron/(main|preload|serve|seed|quote|till)\\.ts$',
        '^(renderer|hq|build)/',
        npm('electron'),
      ],
    },
  }),
  rule('sqlite-only-in-store', 'the store alone speaks SQL', {
    from: { pathNot: '^(electron/store|tests)/' },
    to: { path: npm('better-sqlite3', 'drizzle-orm') },
  }),
  rule('store-stands-below', 'the store serves features and knows none', {
    from: { path: '^electron/store/' },
    to: { path: '^(electron/(features|ipc|devices|sync|hosts|workers)|renderer|hq|build)/' },
  }),
  rule('devices-stand-below', 'a device driver knows neither features nor tables', {
    from: { path: '^electron/devices/' },
    to: { path: '^(electron/(features|ipc|store|sync|hosts|workers)|renderer|hq|build)/' },
  }),
  rule('sync-stands-below', 'sync moves rows through an interface that it is given', {
    from: { path: '^electron/sync/' },
    to: { path: '^(electron/(features|ipc|store|devices|hosts|workers)|renderer|hq|build)/' },
  }),
  rule('ipc-serves-features', 'ipc binds the contract to features and does nothing else', {
    from: { path: '^electron/ipc/' },
    to: {
      path: '^(electron|renderer|hq|build|migrations)/',
      pathNot: '^electron/(ipc|features)/',
      dependencyTypesNot: [TYPE_ONLY],
    },
  }),
  rule('electron-only-in-hosts', 'everything else runs without a window', {
    from: { pathNot: ['^electron/(main|preload)\\.ts$', '^electron/hosts/', '^(build|tests)/'] },
    to: { path: npm('electron') },
  }),
]

const everywhere: readonly LayerRule[] = [
  rule('nothing-imports-tests', 'what ships does not lean on its tests', {
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  }),
  rule('nothing-imports-build', 'what ships does not lean on its tools', {
    from: { path: '^(shared|electron|renderer|hq)/' },
    to: { path: '^build/' },
  }),
  rule('no-circular', 'a circle of files is one file in pieces', { from: {}, to: { circular: true } }),
  rule('no-orphan', 'a file that nothing imports and that imports nothing is dead', {
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '^[^/]+\\.config\\.ts$', '^tests/.*\\.(test|config)\\.tsx?$'] },
    to: {},
  }),
  rule('resolvable', 'an import leads somewhere', { from: {}, to: { couldNotResolve: true } }),
  rule('declared-package', 'a package is named in package.json', {
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  }),
]

export const layerRules: readonly LayerRule[] = [...sharedRules, ...rendererRules, ...mainRules, ...everywhere]
