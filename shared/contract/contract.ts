/** The one contract between the core and whoever drives it: MessagePort, WebSocket, HTTP and the OpenAPI document. */
import { appContract, sessionContract, setupContract, shiftContract } from './app.ts'
import { operatorsContract, productsContract, receiptsContract, settingsContract } from './back-office.ts'
import { memberImportContract } from './member-import.ts'
import { membersContract } from './members.ts'
import { replayContract } from './replay.ts'
import { rulesContract } from './rules.ts'
import { storedValueContract } from './stored-value.ts'
import { tillContract } from './till.ts'

export const contract = {
  app: appContract,
  setup: setupContract,
  session: sessionContract,
  shift: shiftContract,
  till: tillContract,
  products: productsContract,
  operators: operatorsContract,
  settings: settingsContract,
  receipts: receiptsContract,
  rules: rulesContract,
  replay: replayContract,
  members: membersContract,
  memberImport: memberImportContract,
  storedValue: storedValueContract,
}
export type Contract = typeof contract
