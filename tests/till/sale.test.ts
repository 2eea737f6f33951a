import { afterEach, describe, expect, test } from 'vitest'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, payable, sellForCash, showCard, take } from './checkout.ts'
import { cardOf, wealthy } from './small-shop-members.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'

let till: SellingTill
afterEach(() => till.close())

describe('a sale', () => {
  test('is in the store when it has been completed, and after a restart', async () => {
    till = await openSellingTill()
    const saleId = sellForCash(till.core, 'BUN', 'TEA', 'TEA')
    const sale = till.core.stores.sales.read(saleId)
    expect(sale?.document).toMatchObject({ payableFen: 2850, paidFen: 2850, changeFen: 0, receiptNo: expect.stringMatching(/^261123-[0-9A-F]{4}-0001$/) })
    till = till.restart()
    expect(till.core.stores.sales.read(saleId)).toEqual(sale)
  })
  test('by stored value', async () => {
    till = await openSellingTill()
    showCard(till.core, cardOf(wealthy))
    take(till.core, 'CAKE')
    expect(payable(till.core)).toBe(32110)
    checkOut(till.core, 'stored-value')
    expect(auditTables(till.core.store.sqlite)).toEqual([])
  })
})
