/** The till opens, shows itself, survives a reload, a restart and a power cut, and closes without a trace of trouble. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'

/** What the page shows once all who may sign in are on it, without the figures of its clock. */
async function signInText(till: TillPage): Promise<string> {
  const operators = await till.client.session.operators()
  expect(operators.length).toBeGreaterThan(2)
  for (const { name } of operators) await till.page.getByText(name).first().waitFor()
  return (await till.page.evaluate(() => document.body.innerText)).replaceAll(/\d/g, '0')
}

test('an empty folder opens as the demo shop, in Chinese, and is still there after reload, restart and kill', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhanggui-e2e-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const till = await openTillPage({ dataDir })
  expect((await till.client.app.view()).phase).toBe('sign-in')
  const shown = await signInText(till)
  expect(shown).toMatch(/[\u4e00-\u9fff]/)
  await till.picture('smoke')

  await till.page.reload()
  expect(await signInText(till)).toBe(shown)
  await till.restart()
  expect(await signInText(till)).toBe(shown)
  await till.kill9()
  expect(await signInText(till)).toBe(shown)
  expect(till.errors).toEqual([])

  const wal = join(dataDir, 'store.db-wal')
  await till.close()
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0)
})

test('without --demo an empty folder asks for a first start', async () => {
  const till = await openTillPage({ demo: false })
  expect((await till.client.app.view()).phase).toBe('first-start')
  await till.page.waitForFunction(() => document.body.innerText.replaceAll(/\s/g, '').length > 4)
  expect(till.errors).toEqual([])
})
