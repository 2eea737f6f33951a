/**
 * Where a shop's data lies when nobody says otherwise: the folder of this user that Electron calls userData, computed
 * the same way for the browser host, so that both open the same till.
 */
import { posix, win32 } from 'node:path'

export type FolderName = 'Zhanggui' | 'Zhanggui-demo'

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly homeDir: string
}

export function userDataFolder(name: FolderName, { platform, env, homeDir }: Machine): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(homeDir, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return posix.join(homeDir, 'Library', 'Application Support', name)
  const base = env['XDG_CONFIG_HOME']
  // The specification says that a relative path there is to be ignored.
  return posix.join(base !== undefined && posix.isAbsolute(base) ? base : posix.join(homeDir, '.config'), name)
}
