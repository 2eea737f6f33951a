/** The entry of Electron's main process. */
import './hosts/electron/runtime-gaps.ts'
import { runElectronHost } from './hosts/electron/run.ts'

runElectronHost()
