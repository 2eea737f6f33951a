/** A file that the page hands out, as a user saves it: the browser's download, or Electron's without its dialog. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import type { TillPage } from '../../till-page.ts'

interface SavedFile {
  /** as the page suggests it */
  readonly name: string
  readonly path: string
}

export async function savedFile(till: TillPage, press: () => Promise<void>): Promise<SavedFile> {
  if (till.electron !== undefined) return savedByElectron(till.electron, press)
  const [download] = await Promise.all([till.page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

type WithSaved = typeof globalThis & { saved?: Promise<string> }

async function savedByElectron(electron: ElectronApplication, press: () => Promise<void>): Promise<SavedFile> {
  const path = join(mkdtempSync(join(tmpdir(), 'zhanggui-saved-')), 'file')
  await electron.evaluate(({ session }, savePath) => {
    const waiting: WithSaved = globalThis
    waiting.saved = new Promise((resolve, reject) => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(savePath)
        item.once('done', (_done, state) => {
          if (state === 'completed') resolve(item.getFilename())
          else reject(new Error(`the download was ${state}`))
        })
      })
    })
  }, path)
  await press()
  const name = await electron.evaluate(() => (globalThis as WithSaved).saved ?? '')
  return { name, path }
}
