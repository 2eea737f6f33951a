/** Every command of the back office, tried by each role and by nobody. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../../electron/core.ts'
import { addNow } from '../../../electron/features/products/add-now.ts'
import { commitImport } from '../../../electron/features/products/commit-import.ts'
import { listProducts } from '../../../electron/features/products/list-products.ts'
import { previewImport } from '../../../electron/features/products/preview-import.ts'
import { saveProduct } from '../../../electron/features/products/save-product.ts'
import { saveSettings } from '../../../electron/features/settings/save-settings.ts'
import { addOperator } from '../../../electron/features/staff/add-operator.ts'
import { listOperators } from '../../../electron/features/staff/list-operators.ts'
import { resetPin } from '../../../electron/features/staff/reset-pin.ts'
import { setDisabled } from '../../../electron/features/staff/set-disabled.ts'
import { defaultSettings } from '../../../electron/features/setup/default-shop.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { croissant } from '../products/croissant.ts'
import { enter, makeTestShop, people } from '../test-shop.ts'
import type { TestTill } from '../test-till.ts'

type Attempt = (core: Core) => Promise<Result<unknown>> | Result<unknown>

const text = '名称,价格\n贝果,9'
const id = '019a0000-0000-7000-9000-000000000009'
const settings = defaultSettings({ shopName: '麦田', receiptHeader: [], paperMm: 58 })

/** [who may, the command] */
const commands: Record<string, [string, Attempt]> = {
  listOperators: ['manager', (core) => listOperators(core)],
  addOperator: [
    'manager',
    (core) =>
      addOperator(core, {
        commandId: core.newId(),
        operatorId: id,
        name: '新',
        code: '77',
        role: 'cashier',
        pin: '271828',
      }),
  ],
  resetPin: [
    'manager',
    (core) => resetPin(core, { commandId: core.newId(), operatorId: people.cashier.operatorId, pin: '271828' }),
  ],
  setDisabled: [
    'manager',
    (core) => setDisabled(core, { commandId: core.newId(), operatorId: people.cashier.operatorId, disabled: true }),
  ],
  saveSettings: ['manager', (core) => saveSettings(core, { commandId: core.newId(), settings })],
  listProducts: ['manager', (core) => listProducts(core)],
  saveProduct: ['manager', (core) => saveProduct(core, { commandId: core.newId(), product: croissant })],
  previewImport: ['manager', (core) => previewImport(core, { text })],
  commitImport: [
    'manager',
    async (core) => {
      const digest = '3b4ed0d5f3df0ed0'
      const done = await commitImport(core, { commandId: core.newId(), text, digest })
      return !done.ok && done.refusal.code === 'import-changed' ? { ok: true, value: null } : done
    },
  ],
  addNow: [
    'supervisor manager',
    (core) =>
      addNow(core, {
        commandId: core.newId(),
        barcode: '6900000000014',
        nameZh: '新货',
        priceFen: 500,
        categoryId: 'food',
      }),
  ],
}

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
})
afterEach(() => till.close())

test.each(Object.entries(commands))('%s', async (name, [allowed, attempt]) => {
  const rows = till.core.store.head.seq
  const nobody = await attempt(till.core)
  expect(nobody.ok ? 'done' : nobody.refusal.code).toBe('not-signed-in')
  for (const role of ['cashier', 'supervisor', 'manager'] as const) {
    if (allowed.includes(role)) continue
    await enter(till, role)
    const refused = await attempt(till.core)
    expect(refused.ok ? 'done' : refused.refusal.code).toBe(name === 'addNow' ? 'approval-required' : 'not-permitted')
  }
  const signIns = till.core.store.head.seq - rows
  expect(signIns).toBe(['cashier', 'supervisor', 'manager'].filter((role) => !allowed.includes(role)).length)
  await enter(till, allowed.startsWith('supervisor') ? 'supervisor' : 'manager')
  const done = await attempt(till.core)
  expect(done.ok).toBe(true)
})
