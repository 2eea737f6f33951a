/** Products, operators, settings, receipts and what stands beside them over the contract. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { TillView } from '../../shared/contract/till.ts'
import type { Core } from '../core.ts'
import { addNow } from '../features/products/add-now.ts'
import { commitImport } from '../features/products/commit-import.ts'
import { listCategories, listProducts, listTiles } from '../features/products/list-products.ts'
import { previewImport } from '../features/products/preview-import.ts'
import { saveProduct } from '../features/products/save-product.ts'
import { searchProducts } from '../features/products/search-products.ts'
import { findReceipts } from '../features/receipts/find-receipts.ts'
import { previewReceipt } from '../features/receipts/preview-receipt.ts'
import { openJobs, printTestPage, reprintReceipt, settleJob } from '../features/receipts/reprint.ts'
import { getSettings } from '../features/settings/get-settings.ts'
import { saveSettings } from '../features/settings/save-settings.ts'
import { addOperator } from '../features/staff/add-operator.ts'
import { listOperators } from '../features/staff/list-operators.ts'
import { resetPin } from '../features/staff/reset-pin.ts'
import { setDisabled } from '../features/staff/set-disabled.ts'
import { addToBasket } from '../features/till/edit-basket.ts'
import { answered } from './answer.ts'
import { statusView } from './app-view.ts'
import { replayRouter } from './replay.ts'
import { storedValueRouter } from './stored-value.ts'
import { rulesRouter } from './rules.ts'

export function backOfficeRouter(core: Core, tillView: () => TillView) {
  const os = implement(contract)
  return {
    ...rulesRouter(core),
    ...replayRouter(core),
    storedValue: storedValueRouter(core),
    products: {
      categories: os.products.categories.handler(() => listCategories(core)),
      grid: os.products.grid.handler(() => listTiles(core)),
      search: os.products.search.handler(({ input }) => searchProducts(core, input)),
      list: os.products.list.handler(() => answered(listProducts(core))),
      save: os.products.save.handler(async ({ input }) => answered(await saveProduct(core, input))),
      previewImport: os.products.previewImport.handler(async ({ input }) => answered(await previewImport(core, input))),
      commitImport: os.products.commitImport.handler(async ({ input }) => answered(await commitImport(core, input))),
      addNow: os.products.addNow.handler(async ({ input }) => {
        const { sku } = answered(await addNow(core, input))
        answered(addToBasket(core, { commandId: input.commandId, sku }))
        return tillView()
      }),
    },
    operators: {
      list: os.operators.list.handler(() => answered(listOperators(core))),
      add: os.operators.add.handler(async ({ input }) => answered(await addOperator(core, input))),
      resetPin: os.operators.resetPin.handler(async ({ input }) => answered(await resetPin(core, input))),
      setDisabled: os.operators.setDisabled.handler(async ({ input }) => answered(await setDisabled(core, input))),
    },
    settings: {
      get: os.settings.get.handler(() => answered(getSettings(core))),
      save: os.settings.save.handler(async ({ input }) => answered(await saveSettings(core, input))),
      testPrint: os.settings.testPrint.handler(({ input }) => {
        answered(printTestPage(core, input))
        return statusView(core)
      }),
    },
    receipts: {
      recent: os.receipts.recent.handler(({ input }) => answered(findReceipts(core, input))),
      preview: os.receipts.preview.handler(({ input }) => answered(previewReceipt(core, input.saleId))),
      reprint: os.receipts.reprint.handler(({ input }) => answered(reprintReceipt(core, input))),
      openJobs: os.receipts.openJobs.handler(() => answered(openJobs(core))),
      settleJob: os.receipts.settleJob.handler(({ input }) => answered(settleJob(core, input))),
    },
  }
}
