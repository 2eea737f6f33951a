/** The typed client of the contract, whatever carries it (MessagePort or WebSocket). */
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/contract.ts'

export type Client = ContractRouterClient<Contract>
