/** The engines that ours is measured against, installed at first use from the lock in tests/bench/peers. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installApart } from '../../installed-apart.ts'

/** Loads a module of the peers, by its name or by a path inside its package. */
export type LoadPeer = (name: string) => unknown

/** About a minute and 400 MB where they are not there yet. */
export function installPeers(folder: string): LoadPeer {
  installApart(join(import.meta.dirname, '..', 'peers'), folder)
  const load = createRequire(join(folder, 'package.json'))
  return (name) => load(name) as unknown
}
