/** Stored value over the contract. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { TillView } from '../../shared/contract/till.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Core } from '../core.ts'
import { closeAccount } from '../features/stored-value/close-account.ts'
import { liabilityReport } from '../features/stored-value/liability.ts'
import { reverseTopUp } from '../features/stored-value/reverse-top-up.ts'
import { accountStatement, printStatement } from '../features/stored-value/statement.ts'
import { saveStoredValue, storedValueSettings } from '../features/stored-value/stored-value-settings.ts'
import { beginTopUp, chooseTopUp, serveTopUp } from '../features/till/top-up.ts'
import { answered } from './answer.ts'

export function storedValueRouter(core: Core) {
  const os = implement(contract)
  return {
    settings: os.storedValue.settings.handler(() => answered(storedValueSettings(core))),
    saveSettings: os.storedValue.saveSettings.handler(({ input }) => answered(saveStoredValue(core, input))),
    statement: os.storedValue.statement.handler(({ input }) => answered(accountStatement(core, input.memberId))),
    printStatement: os.storedValue.printStatement.handler(({ input }) => answered(printStatement(core, input))),
    reverseTopUp: os.storedValue.reverseTopUp.handler(async ({ input }) => answered(await reverseTopUp(core, input))),
    closeAccount: os.storedValue.closeAccount.handler(async ({ input }) => answered(await closeAccount(core, input))),
    liability: os.storedValue.liability.handler(() => answered(liabilityReport(core))),
  }
}

/** Topping up, among the commands of the sell screen: each answers with its snapshot. */
export function topUpRouter(core: Core, till: (result: Result<null>) => TillView) {
  const os = implement(contract)
  return {
    beginTopUp: os.till.beginTopUp.handler(({ input }) => till(beginTopUp(core, input))),
    chooseTopUp: os.till.chooseTopUp.handler(async ({ input }) => till(await chooseTopUp(core, input))),
    serveTopUp: os.till.serveTopUp.handler(({ input }) => till(serveTopUp(core, input))),
  }
}
