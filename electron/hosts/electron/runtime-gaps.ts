/** What Node 18, on which an older Electron stands, keeps behind a flag and newer ones have. Imported before all else. */
import { webcrypto } from 'node:crypto'

if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
